package org.busbar.charts;

import org.busbar.api.chart.Axis;

/**
 * The part of an axis that is drawn.
 *
 * @param low the number at its beginning, in the unit of the axis
 * @param high the number at its end, above {@code low}
 */
record Domain(Axis axis, double low, double high) {

    private static final double MARGIN = 0.04;
    /** A range that is smaller than this part of its numbers is rounding. */
    private static final double ROUNDING = 1e-11;

    private static final double TINY = 1e-290;

    /** A little more than {@code extent}, or something sensible if that is empty or one number. */
    static Domain of(Axis axis, Extent extent) {
        if (axis.scale() == Axis.Scale.LOGARITHMIC) {
            return extent.isEmpty() ? new Domain(axis, 1, 10) : logarithmic(axis, extent);
        }
        if (extent.isEmpty()) {
            return new Domain(axis, 0, 1);
        }
        double size = Math.max(Math.abs(extent.low()), Math.abs(extent.high()));
        double range = extent.high() - extent.low();
        if (size < TINY) {
            return new Domain(axis, -1, 1);
        }
        double margin = range <= ROUNDING * size ? size / 10 : MARGIN * range;
        return new Domain(axis, extent.low() - margin, extent.high() + margin);
    }

    /** As {@link #of}, without a margin: for maps, which fill their frame, and for bars, which stand on its edge. */
    static Domain tight(Axis axis, Extent extent, boolean low, boolean high) {
        Domain loose = of(axis, extent);
        return new Domain(
                axis,
                low && extent.low() < extent.high() ? extent.low() : loose.low,
                high && extent.low() < extent.high() ? extent.high() : loose.high);
    }

    private static Domain logarithmic(Axis axis, Extent extent) {
        double low = Math.log10(extent.low());
        double high = Math.log10(extent.high());
        double margin = high - low < 1e-9 ? 0.5 : MARGIN * (high - low);
        return new Domain(axis, Math.pow(10, low - margin), Math.pow(10, high + margin));
    }

    /** Where {@code number} is: 0 at the beginning, 1 at the end. */
    double place(double number) {
        double from = transformed(axis, low);
        return (transformed(axis, number) - from) / (transformed(axis, high) - from);
    }

    /** How long it is: in the unit of the axis, or in decades. */
    double length() {
        return transformed(axis, high) - transformed(axis, low);
    }

    /** This domain, so long, with the same middle. */
    Domain stretched(double length) {
        double more = (length - length()) / 2;
        return new Domain(axis, back(axis, transformed(axis, low) - more), back(axis, transformed(axis, high) + more));
    }

    static double transformed(Axis axis, double number) {
        return axis.scale() == Axis.Scale.LOGARITHMIC ? Math.log10(number) : number;
    }

    static double back(Axis axis, double transformed) {
        return axis.scale() == Axis.Scale.LOGARITHMIC ? Math.pow(10, transformed) : transformed;
    }
}
