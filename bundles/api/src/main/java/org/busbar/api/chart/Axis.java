package org.busbar.api.chart;

import org.busbar.api.Unit;

/**
 * One of the two directions of a chart.
 *
 * @param label what it shows, without the unit, such as {@code frequency} or {@code -Im Z}
 * @param unit the unit its numbers are drawn in; what is shown in another one is converted
 */
public record Axis(String label, Unit unit, Scale scale) {

    /** How numbers become places. */
    public enum Scale {
        LINEAR,
        /** What is not above 0 is not drawn. */
        LOGARITHMIC,
        /** Names instead of numbers, in the order in which they are given. */
        NAMES
    }

    /** As in {@code Axis.linear("voltage", "V")}. */
    public static Axis linear(String label, String ucum) {
        return new Axis(label, Unit.of(ucum), Scale.LINEAR);
    }

    /** As in {@code Axis.logarithmic("frequency", "Hz")}. */
    public static Axis logarithmic(String label, String ucum) {
        return new Axis(label, Unit.of(ucum), Scale.LOGARITHMIC);
    }

    /** An axis of names, as in {@code Axis.names("parameter")}. */
    public static Axis names(String label) {
        return new Axis(label, Unit.ONE, Scale.NAMES);
    }
}
