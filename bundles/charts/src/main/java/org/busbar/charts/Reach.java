package org.busbar.charts;

import java.util.List;
import org.busbar.api.Series;
import org.busbar.api.chart.Axis;
import org.busbar.api.chart.Chart;
import org.busbar.api.chart.Layer;

/** How far the layers of a chart reach on each axis. */
final class Reach {

    private Reach() {}

    static Extent x(Chart chart) {
        return over(chart.layers(), layer -> x(layer, chart.x()));
    }

    static Extent y(Chart chart) {
        return over(chart.layers(), layer -> y(layer, chart.y()));
    }

    private interface OfLayer {
        Extent of(Layer layer);
    }

    private static Extent over(List<Layer> layers, OfLayer reach) {
        Extent extent = Extent.NONE;
        for (Layer layer : layers) {
            extent = extent.and(reach.of(layer));
        }
        return extent;
    }

    private static Extent x(Layer layer, Axis axis) {
        if (layer instanceof Layer.Line line) {
            return of(axis, line.x());
        } else if (layer instanceof Layer.Points points) {
            return of(axis, points.x());
        } else if (layer instanceof Layer.Band band) {
            return of(axis, band.x());
        } else if (layer instanceof Layer.Bars bars) {
            return of(axis, bars.values(), bars.low(), bars.high()).with(Columns.shown(axis, 0));
        } else if (layer instanceof Layer.Cells cells) {
            return CellGrid.reach(axis, cells.x());
        }
        return rule((Layer.Rule) layer, axis, false);
    }

    private static Extent y(Layer layer, Axis axis) {
        if (layer instanceof Layer.Line line) {
            return of(axis, line.y());
        } else if (layer instanceof Layer.Points points) {
            return of(axis, points.y()).and(errors(points, axis));
        } else if (layer instanceof Layer.Band band) {
            return of(axis, band.low(), band.high());
        } else if (layer instanceof Layer.Cells cells) {
            return CellGrid.reach(axis, cells.y());
        } else if (layer instanceof Layer.Rule rule) {
            return rule(rule, axis, true);
        }
        return Extent.NONE;
    }

    private static Extent rule(Layer.Rule rule, Axis axis, boolean level) {
        return rule.level() == level ? Extent.NONE.with(Columns.on(axis, rule.at(), rule.unit())) : Extent.NONE;
    }

    private static Extent errors(Layer.Points points, Axis axis) {
        double[] y = Columns.on(axis, points.y());
        double[] error = Columns.differences(axis, points.error());
        Extent extent = Extent.NONE;
        for (int i = 0; i < error.length; i++) {
            extent = extent.with(Columns.shown(axis, y[i] - error[i]), Columns.shown(axis, y[i] + error[i]));
        }
        return extent;
    }

    private static Extent of(Axis axis, Series... columns) {
        Extent extent = Extent.NONE;
        for (Series column : columns) {
            extent = extent.with(Columns.on(axis, column));
        }
        return extent;
    }
}
