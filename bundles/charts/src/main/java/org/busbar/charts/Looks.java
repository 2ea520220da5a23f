package org.busbar.charts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.busbar.api.chart.Layer;

/** Gives each layer its look: what it asks for, or the next free one where another label has that already. */
final class Looks {

    private static final List<String> COLOURS =
            List.of("#000000", "#0072b2", "#d55e00", "#009e73", "#aa3377", "#777777");
    private static final List<List<Integer>> SOLID =
            List.of(List.of(), List.of(14, 3), List.of(14, 3, 3, 3), List.of(14, 3, 3, 3, 3, 3));
    private static final List<List<Integer>> DASHED =
            List.of(List.of(7, 4), List.of(7, 3, 2, 3), List.of(4, 3), List.of(7, 8));
    private static final List<List<Integer>> DOTTED =
            List.of(List.of(2, 3), List.of(2, 6), List.of(1, 2), List.of(3, 3));

    private final Set<String> labels = new LinkedHashSet<>();
    private final Set<String> strokes = new LinkedHashSet<>();
    private final Set<String> areas = new LinkedHashSet<>();
    private final Set<Look.Glyph> taken = new LinkedHashSet<>();
    private final List<Look> looks = new ArrayList<>();

    private Looks() {}

    /** One for each of them; layers of one kind and label look alike. */
    static List<Look> of(List<Layer> layers) {
        Looks looks = new Looks();
        for (int i = 0; i < layers.size(); i++) {
            looks.looks.add(looks.next(layers, i));
        }
        return List.copyOf(looks.looks);
    }

    private Look next(List<Layer> layers, int index) {
        Layer layer = layers.get(index);
        for (int i = 0; i < index; i++) {
            if (layers.get(i).getClass() == layer.getClass()
                    && layers.get(i).label().equals(layer.label())
                    && wish(layers.get(i)).equals(wish(layer))) {
                return looks.get(i);
            }
        }
        String colour = COLOURS.get(count(labels, layer.label()) % COLOURS.size());
        return new Look(dash(layer), glyph(layer), shade(layer), colour);
    }

    private static String wish(Layer layer) {
        if (layer instanceof Layer.Points points) {
            return points.mark().name();
        }
        return stroke(layer).name();
    }

    private static Layer.Stroke stroke(Layer layer) {
        if (layer instanceof Layer.Line line) {
            return line.stroke();
        }
        return layer instanceof Layer.Rule rule ? rule.stroke() : Layer.Stroke.SOLID;
    }

    private List<Integer> dash(Layer layer) {
        if (!(layer instanceof Layer.Line || layer instanceof Layer.Rule)) {
            return List.of();
        }
        Layer.Stroke stroke = stroke(layer);
        List<List<Integer>> family =
                stroke == Layer.Stroke.SOLID ? SOLID : stroke == Layer.Stroke.DASHED ? DASHED : DOTTED;
        return family.get(repetition(strokes, stroke.name(), layer.label()) % family.size());
    }

    private Look.Shade shade(Layer layer) {
        boolean area = layer instanceof Layer.Band || layer instanceof Layer.Bars;
        int before = area ? repetition(areas, "", layer.label()) : 0;
        return Look.Shade.values()[before % Look.Shade.values().length];
    }

    private Look.Glyph glyph(Layer layer) {
        if (!(layer instanceof Layer.Points points)) {
            return Look.Glyph.CIRCLE;
        }
        Look.Glyph wanted = Look.Glyph.valueOf(points.mark().name());
        Look.Glyph given = wanted;
        for (Look.Glyph glyph : Look.Glyph.values()) {
            given = taken.contains(given) ? glyph : given;
        }
        given = layer.label().isEmpty() || taken.contains(given) ? wanted : given;
        taken.add(given);
        return given;
    }

    /** How many other labels have that wish already; 0 for what has no label. */
    private static int repetition(Set<String> seen, String wish, String label) {
        if (label.isEmpty()) {
            return 0;
        }
        String key = wish + "\n" + label;
        seen.add(key);
        List<String> alike =
                seen.stream().filter(other -> other.startsWith(wish + "\n")).toList();
        return alike.indexOf(key);
    }

    private static int count(Set<String> labels, String label) {
        if (label.isEmpty()) {
            return 0;
        }
        labels.add(label);
        return List.copyOf(labels).indexOf(label);
    }
}
