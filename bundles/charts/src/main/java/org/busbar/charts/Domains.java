package org.busbar.charts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/**
 * Both axes of a chart as drawn.
 *
 * @param names of the vertical axis, from the top, if it is one of names
 */
record Domains(Domain x, Domain y, List<String> names) {

    static Domains of(Chart chart) {
        boolean map = chart.layers().stream().anyMatch(Layer.Cells.class::isInstance);
        boolean bars = chart.layers().stream().anyMatch(Layer.Bars.class::isInstance);
        Extent x = Reach.x(chart);
        Extent y = Reach.y(chart);
        return new Domains(
                Domain.tight(chart.x(), x, map || bars && x.low() >= 0, map || bars && x.high() <= 0),
                Domain.tight(chart.y(), y, map, map),
                names(chart));
    }

    private static List<String> names(Chart chart) {
        Set<String> names = new LinkedHashSet<>();
        for (Layer layer : chart.layers()) {
            if (layer instanceof Layer.Bars bars) {
                names.addAll(bars.names());
            }
        }
        return List.copyOf(names);
    }

    /** Both axes with equally long units in a frame of that width and height: one of them is stretched. */
    Domains equal(double width, double height) {
        double perPixel = Math.max(x.length() / width, y.length() / height);
        return new Domains(x.stretched(perPixel * width), y.stretched(perPixel * height), names);
    }
}
