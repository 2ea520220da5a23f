package org.busbar.analyses.voltammetry;

import java.util.Locale;

/** Says why inputs cannot be analysed. */
final class Refusal {

    private Refusal() {}

    /** The columns must be equally long, and at least {@code fewest} rows. */
    static void requireRows(String analysis, int fewest, String first, double[] column, String second, double[] other) {
        if (column.length != other.length) {
            throw new IllegalArgumentException(analysis + ": " + second + " has " + other.length + " values but "
                    + first + " has " + column.length + "; give one of each per row");
        }
        if (column.length < fewest) {
            throw new IllegalArgumentException(analysis + ": " + first + " has " + column.length
                    + " values, which are too few; give " + fewest + " or more");
        }
    }

    /** Time must rise from row to row. */
    static void requireRising(String analysis, double[] time) {
        for (int i = 1; i < time.length; i++) {
            if (!(time[i] > time[i - 1])) {
                throw new IllegalArgumentException(analysis + ": clock_jump: time = " + time[i] + " s at position " + i
                        + " is not after " + time[i - 1] + " s; sort the rows or cut the record there");
            }
        }
    }

    /** A number with two to six digits, as messages and flags show it. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
