package org.busbar.api.chart;

import java.util.List;

/**
 * One picture of numbers.
 *
 * @param name short, unique among the charts of one result, letters, digits and hyphens, such as {@code nyquist}: files
 *     are named after it
 * @param title what people read above it
 * @param layers what is shown, the first at the bottom
 * @param equalScales whether one unit is equally long on both axes, as in a Nyquist plot
 */
public record Chart(String name, String title, Axis x, Axis y, List<Layer> layers, boolean equalScales) {

    public Chart {
        layers = List.copyOf(layers);
        if (!name.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of a chart: letters, digits and hyphens are allowed");
        }
        for (Layer layer : layers) {
            layer.check(x, y);
        }
    }

    /** A chart whose axes have scales of their own. */
    public Chart(String name, String title, Axis x, Axis y, Layer... layers) {
        this(name, title, x, y, List.of(layers), false);
    }

    /** This chart with equally long units on both axes. */
    public Chart withEqualScales() {
        return new Chart(name, title, x, y, layers, true);
    }
}
