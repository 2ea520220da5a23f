package org.busbar.analyses.gitt;

/** Refuses columns that are no recording. */
final class Columns {

    private static final int FEWEST = 12;

    private Columns() {}

    static void check(String analysis, double[] time, double[] current, double[] voltage) {
        requireLength(analysis, "current", current.length, time.length);
        requireLength(analysis, "voltage", voltage.length, time.length);
        if (time.length < FEWEST) {
            throw new IllegalArgumentException(analysis + ": a recording of " + time.length
                    + " samples is too short; give " + FEWEST + " or more, with a current and a rest after it");
        }
        requireOrder(analysis, time);
        if (largest(current) == 0) {
            throw new IllegalArgumentException(
                    analysis + ": current is 0 A throughout; give a recording with pulses of current and rests");
        }
    }

    /** The largest magnitude. */
    static double largest(double[] current) {
        double largest = 0;
        for (double value : current) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static void requireLength(String analysis, String name, int length, int times) {
        if (length != times) {
            throw new IllegalArgumentException(analysis + ": " + name + " has " + length + " values but test_time has "
                    + times + "; give one of each per sample");
        }
    }

    private static void requireOrder(String analysis, double[] time) {
        for (int i = 1; i < time.length; i++) {
            if (time[i] < time[i - 1]) {
                throw new IllegalArgumentException(analysis + ": test_time falls from " + time[i - 1] + " s to "
                        + time[i] + " s at position " + i + "; give the samples in order of time, one test at a time");
            }
        }
    }
}
