package org.busbar.analyses.impedance;

/** Refuses columns that hold no impedance, naming the analysis, the row and what to do. */
final class Column {

    private Column() {}

    static void requireLength(String analysis, String name, int length, int frequencies) {
        if (length != frequencies) {
            throw new IllegalArgumentException(analysis + ": " + name + " has " + length + " values but frequency has "
                    + frequencies + "; give one impedance per frequency");
        }
    }

    static void requireFinite(String analysis, String name, String unit, double[] column) {
        for (int i = 0; i < column.length; i++) {
            if (!Double.isFinite(column[i])) {
                throw new IllegalArgumentException(analysis + ": " + name + " = " + column[i] + " " + unit
                        + " at position " + i + " is not a finite number; remove the point");
            }
        }
    }

    static void requirePositive(String analysis, double[] frequency) {
        for (int i = 0; i < frequency.length; i++) {
            if (!(frequency[i] > 0)) {
                throw new IllegalArgumentException(analysis + ": frequency = " + frequency[i] + " Hz at position " + i
                        + " is not above 0 Hz; remove the point");
            }
        }
    }

    static void requireImpedance(String analysis, double[] frequency, double[] real, double[] imaginary) {
        for (int i = 0; i < frequency.length; i++) {
            if (real[i] == 0 && imaginary[i] == 0) {
                throw new IllegalArgumentException(analysis + ": z_real and z_imag are both 0 Ohm at position " + i
                        + " (" + frequency[i] + " Hz), which no measurement gives; remove the point");
            }
        }
    }
}
