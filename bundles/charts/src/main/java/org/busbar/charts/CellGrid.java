package org.busbar.charts;

import java.util.Arrays;
import org.busbar.api.Series;
import org.busbar.api.chart.Axis;

/** How wide the cells of a map are: the smallest distance of two different middles, on the scale of the axis. */
final class CellGrid {

    private static final double ALIKE = 1e-9;

    private CellGrid() {}

    /** Width of a cell as a place sees it (decades on a logarithmic axis); 1 if all cells stand in one line. */
    static double width(Axis axis, double[] middles) {
        double[] sorted = Arrays.stream(middles)
                .filter(Double::isFinite)
                .map(middle -> Domain.transformed(axis, middle))
                .sorted()
                .toArray();
        double width = Double.POSITIVE_INFINITY;
        double range = sorted.length == 0 ? 0 : sorted[sorted.length - 1] - sorted[0];
        for (int i = 1; i < sorted.length; i++) {
            double step = sorted[i] - sorted[i - 1];
            width = step > ALIKE * range && step < width ? step : width;
        }
        return Double.isInfinite(width) ? 1 : width;
    }

    /** From the outer edge of the first cell to that of the last. */
    static Extent reach(Axis axis, Series column) {
        double[] middles = Columns.on(axis, column);
        Extent extent = Extent.NONE.with(middles);
        if (extent.isEmpty()) {
            return extent;
        }
        double half = width(axis, middles) / 2;
        return Extent.NONE.with(moved(axis, extent.low(), -half), moved(axis, extent.high(), half));
    }

    /** {@code number} moved by a distance on the scale of the axis. */
    static double moved(Axis axis, double number, double distance) {
        return Domain.back(axis, Domain.transformed(axis, number) + distance);
    }
}
