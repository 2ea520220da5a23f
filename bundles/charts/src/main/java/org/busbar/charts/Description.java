package org.busbar.charts;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/** A chart in a few words, for those who do not see it. */
final class Description {

    private Description() {}

    static String of(Chart chart) {
        List<String> layers = new ArrayList<>();
        for (Layer layer : chart.layers()) {
            layers.add(layer.label().isEmpty() ? kind(layer) : kind(layer) + " '" + layer.label() + "'");
        }
        return chart.title() + ". Across: " + axis(chart.x()) + ". Up: " + axis(chart.y()) + ". "
                + (layers.isEmpty() ? "Nothing is shown." : "Shown: " + String.join(", ", layers) + ".");
    }

    private static String axis(Axis axis) {
        return Titles.of(axis) + (axis.scale() == Axis.Scale.LOGARITHMIC ? ", logarithmic" : "");
    }

    private static String kind(Layer layer) {
        if (layer instanceof Layer.Line line) {
            return "line through " + line.x().size() + " points";
        } else if (layer instanceof Layer.Points points) {
            return points.x().size() + " points";
        } else if (layer instanceof Layer.Band band) {
            return "band over " + band.x().size() + " points";
        } else if (layer instanceof Layer.Bars bars) {
            return bars.names().size() + " bars";
        } else if (layer instanceof Layer.Cells cells) {
            return "map of " + cells.values().size() + " cells";
        }
        return ((Layer.Rule) layer).level() ? "level line" : "upright line";
    }
}
