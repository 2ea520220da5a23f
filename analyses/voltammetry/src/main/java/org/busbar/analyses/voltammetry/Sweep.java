package org.busbar.analyses.voltammetry;

import java.util.Arrays;

/**
 * A part of a voltammogram in which the potential goes one way.
 *
 * @param number from 1
 * @param rate V/s, negative where the potential falls: the median of dE/dt
 * @param rateError standard error of that median
 */
record Sweep(int number, Trace trace, double rate, double rateError) {

    static Sweep of(int number, Trace trace, double smoothing) {
        double[] slopes = SavitzkyGolay.of(
                        trace.time(), trace.potential(), SavitzkyGolay.reach(smoothing, trace.size()))
                .slopes();
        double rate = median(slopes);
        double[] deviations = new double[slopes.length];
        for (int i = 0; i < slopes.length; i++) {
            deviations[i] = Math.abs(slopes[i] - rate);
        }
        double error = 1.2533 * 1.4826 * median(deviations) / Math.sqrt(slopes.length);
        return new Sweep(number, trace, rate, error);
    }

    boolean rising() {
        return rate > 0;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
