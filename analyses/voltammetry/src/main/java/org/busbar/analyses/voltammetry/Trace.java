package org.busbar.analyses.voltammetry;

import java.util.Arrays;

/**
 * A voltammogram, or a part of it: s, rising; V; A.
 *
 * <p>The arrays are not copied and not changed.
 */
record Trace(double[] time, double[] potential, double[] current) {

    private static final int FEWEST = 20;

    /**
     * The trace of three columns.
     *
     * @throws IllegalArgumentException if they differ in length, are too short, or time does not rise
     */
    static Trace of(String analysis, double[] time, double[] potential, double[] current) {
        Refusal.requireRows(analysis, FEWEST, "time", time, "potential", potential);
        Refusal.requireRows(analysis, FEWEST, "time", time, "current", current);
        Refusal.requireRising(analysis, time);
        return new Trace(time, potential, current);
    }

    int size() {
        return time.length;
    }

    /** The rows from {@code first} to {@code last}, both included. */
    Trace part(int first, int last) {
        return new Trace(
                Arrays.copyOfRange(time, first, last + 1),
                Arrays.copyOfRange(potential, first, last + 1),
                Arrays.copyOfRange(current, first, last + 1));
    }

    /** From the lowest to the highest potential, V. */
    double span() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double e : potential) {
            low = Math.min(low, e);
            high = Math.max(high, e);
        }
        return high - low;
    }
}
