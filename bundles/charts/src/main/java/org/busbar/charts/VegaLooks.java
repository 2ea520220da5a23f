package org.busbar.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.chart.Layer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The looks of labelled layers as scales of vega-lite: all layers and channels share the same labels, so that there is
 * one legend.
 */
final class VegaLooks {

    private static final String LABEL = "layer";

    private final List<Layer> layers;
    private final List<Look> looks;
    private final Map<String, Integer> labels = new LinkedHashMap<>();

    VegaLooks(List<Layer> layers) {
        this.layers = layers;
        this.looks = Looks.of(layers);
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            if (!layer.label().isEmpty() && !(layer instanceof Layer.Cells)) {
                labels.merge(layer.label(), i, (old, next) -> layer instanceof Layer.Points ? next : old);
            }
        }
    }

    /** Writes how the layer of that index looks into the unit that shows it. */
    void writeTo(ObjectNode unit, int index) {
        Layer layer = layers.get(index);
        ObjectNode encoding = (ObjectNode) unit.get("encoding");
        unit.putArray("transform")
                .addObject()
                .put(
                        "calculate",
                        JsonNodeFactory.instance.stringNode(layer.label()).toString())
                .put("as", LABEL);
        if (layer instanceof Layer.Line || layer instanceof Layer.Rule) {
            channel(encoding, "strokeDash", index);
        } else if (layer instanceof Layer.Points) {
            channel(encoding, "shape", index);
            channel(encoding, "fill", index);
        } else {
            channel(encoding, "fill", index);
        }
        channel(encoding, "stroke", index);
    }

    /** A layer that shows nothing but all the shapes of the legend: lines, areas and points have one together. */
    void writeLegend(ArrayNode out) {
        if (labels.isEmpty()) {
            return;
        }
        ObjectNode unit = VegaLayers.unit(out, "point");
        new VegaRows(unit);
        ObjectNode encoding = unit.putObject("encoding");
        int first = labels.values().iterator().next();
        for (String name : List.of("shape", "fill", "stroke", "strokeDash")) {
            channel(encoding, name, first);
        }
    }

    /** How the layer of that index looks. */
    Look look(int index) {
        return looks.get(index);
    }

    List<String> labels() {
        return List.copyOf(labels.keySet());
    }

    private void channel(ObjectNode encoding, String name, int index) {
        ObjectNode channel = encoding.putObject(name);
        String label = layers.get(index).label();
        if (label.isEmpty()) {
            value(channel, name, index);
            return;
        }
        channel.put("field", LABEL).put("type", "nominal").putNull("title");
        ObjectNode scale = channel.putObject("scale");
        ArrayNode domain = scale.putArray("domain");
        ArrayNode range = scale.putArray("range");
        labels.forEach((other, first) -> {
            domain.add(other);
            add(range, name, first);
        });
    }

    private void value(ObjectNode channel, String name, int index) {
        ArrayNode one = channel.arrayNode();
        add(one, name, index);
        channel.set("value", one.get(0));
    }

    private void add(ArrayNode range, String channel, int index) {
        switch (channel) {
            case "strokeDash" -> dash(looks.get(index)).forEach(range.addArray()::add);
            case "shape" -> range.add(shape(index));
            case "fill" -> range.add(fill(index));
            default -> range.add(looks.get(index).colour());
        }
    }

    private static List<Integer> dash(Look look) {
        return new ArrayList<>(look.dash().isEmpty() ? List.of(1, 0) : look.dash());
    }

    private String fill(int index) {
        Layer layer = layers.get(index);
        if (layer instanceof Layer.Points) {
            return looks.get(index).glyph().filled() ? looks.get(index).colour() : "#ffffff";
        }
        boolean line = layer instanceof Layer.Line || layer instanceof Layer.Rule;
        return line ? "transparent" : grey(looks.get(index).shade());
    }

    private static String grey(Look.Shade shade) {
        return switch (shade) {
            case LIGHT -> "#d4d4d4";
            case RISING -> "#b0b0b0";
            case FALLING -> "#ececec";
            case DARK -> "#8c8c8c";
        };
    }

    private String shape(int index) {
        Layer layer = layers.get(index);
        if (!(layer instanceof Layer.Points)) {
            return layer instanceof Layer.Line || layer instanceof Layer.Rule ? "M-2.5,0L2.5,0" : "square";
        }
        return switch (looks.get(index).glyph()) {
            case CIRCLE, FILLED_CIRCLE -> "circle";
            case SQUARE, FILLED_SQUARE -> "square";
            case TRIANGLE, FILLED_TRIANGLE -> "triangle-up";
            case DIAMOND -> "diamond";
            case CROSS -> "M-0.7,-0.7L0.7,0.7M-0.7,0.7L0.7,-0.7";
        };
    }
}
