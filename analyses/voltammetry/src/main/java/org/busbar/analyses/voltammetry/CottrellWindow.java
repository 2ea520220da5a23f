package org.busbar.analyses.voltammetry;

import java.util.Arrays;

/**
 * The part of a current transient to which i = a + b t^-1/2 is fitted.
 *
 * @param first its first row
 * @param last its last row
 */
record CottrellWindow(double[] time, double[] current, int first, int last, boolean relative) {

    /** Fewer points than this are refused. */
    static final int FEWEST = 10;

    private static final double LADDER = Math.sqrt(2);
    private static final double MARGIN = 2;
    /** Weights do not grow beyond those of this part of the largest current. */
    private static final double FLOOR = 1e-4;

    /**
     * The earliest window, of starts a factor of the root of 2 apart, whose residuals are not correlated, begun twice as
     * late, since what it leaves is just not seen; this one if its residuals are not correlated. At least half of the
     * points are kept.
     */
    CottrellWindow earliest() {
        int least = Math.max(FEWEST, (last - first + 1) / 2);
        CottrellWindow window = this;
        while (window.test().rejects()) {
            CottrellWindow next = window.later(LADDER, least);
            if (next.first == window.first) {
                return window;
            }
            window = next;
        }
        return window.first == first ? this : window.later(MARGIN, least);
    }

    /** This window, begun that many times as late; as it is if fewer points than {@code least} would be left. */
    private CottrellWindow later(double times, int least) {
        int next = row(time[first] * times, first + 1);
        return last - next + 1 >= least ? new CottrellWindow(time, current, next, last, relative) : this;
    }

    private int row(double from, int least) {
        int row = least;
        while (row < last && time[row] < from) {
            row++;
        }
        return row;
    }

    double[] times() {
        return Arrays.copyOfRange(time, first, last + 1);
    }

    double[] currents() {
        return Arrays.copyOfRange(current, first, last + 1);
    }

    /** t^-1/2 in s^-1/2. */
    double[] roots() {
        return Arrays.stream(times()).map(t -> 1 / Math.sqrt(t)).toArray();
    }

    StraightLine fit() {
        return StraightLine.of(roots(), currents(), weights());
    }

    /** Whether the residuals, each over its expected size, are noise. */
    RunsTest test() {
        double[] residuals = fit().residuals();
        double[] weights = weights();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] *= Math.sqrt(weights[i]);
        }
        return RunsTest.of(residuals);
    }

    private double[] weights() {
        double largest = 0;
        for (double i : currents()) {
            largest = Math.max(largest, Math.abs(i));
        }
        double floor = FLOOR * largest;
        return Arrays.stream(currents())
                .map(i -> relative ? 1 / Math.pow(Math.max(Math.abs(i), floor), 2) : 1)
                .toArray();
    }
}
