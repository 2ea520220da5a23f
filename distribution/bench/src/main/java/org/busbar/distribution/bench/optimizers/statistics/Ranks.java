package org.busbar.distribution.bench.optimizers.statistics;

import java.util.Arrays;

/** Ranks from 1 for the smallest; equal values share the mean of their ranks. */
final class Ranks {

    private Ranks() {}

    static double[] of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int below = 0;
            int equal = 0;
            for (double other : sorted) {
                below += other < values[i] ? 1 : 0;
                equal += other == values[i] ? 1 : 0;
            }
            ranks[i] = below + (equal + 1) / 2.0;
        }
        return ranks;
    }

    /** The sum of t³ - t over the groups of t equal values. */
    static double ties(double... values) {
        double sum = 0;
        for (double value : values) {
            long equal = Arrays.stream(values).filter(other -> other == value).count();
            sum += (double) equal * equal - 1; // each of the t members adds its part of t³ - t
        }
        return sum;
    }
}
