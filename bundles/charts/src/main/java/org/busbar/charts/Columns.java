package org.busbar.charts;

import org.busbar.api.Series;
import org.busbar.api.Unit;
import org.busbar.api.chart.Axis;

/** Numbers in the unit of an axis. What the axis cannot show is NaN: no number, too large, or not above 0 on a logarithmic one. */
final class Columns {

    private static final double LARGEST = 1e300;
    private static final double SMALLEST = 1e-300;

    private Columns() {}

    static double[] on(Axis axis, Series column) {
        double[] numbers = column.in(axis.unit());
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = shown(axis, numbers[i]);
        }
        return numbers;
    }

    static double on(Axis axis, double number, Unit unit) {
        return shown(axis, unit.convert(number, axis.unit()));
    }

    /** Differences, such as standard deviations; what is none is NaN. */
    static double[] differences(Axis axis, Series column) {
        double[] numbers = column.values();
        for (int i = 0; i < numbers.length; i++) {
            double converted = column.unit().convertDifference(numbers[i], axis.unit());
            numbers[i] = Math.abs(converted) <= LARGEST ? converted : Double.NaN;
        }
        return numbers;
    }

    static double shown(Axis axis, double number) {
        boolean drawable =
                Math.abs(number) <= LARGEST && (axis.scale() != Axis.Scale.LOGARITHMIC || number >= SMALLEST);
        return drawable ? number : Double.NaN;
    }
}
