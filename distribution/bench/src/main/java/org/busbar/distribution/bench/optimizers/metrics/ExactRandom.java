package org.busbar.distribution.bench.optimizers.metrics;

import java.util.Arrays;

/** What drawing rows of a pool at random, without putting back, gives in expectation; exact. Immutable. */
public final class ExactRandom {

    private final double[] descending;

    /** Takes the values of all rows, larger is better. */
    public ExactRandom(double... values) {
        descending = values.clone();
        Arrays.sort(descending);
        for (int i = 0, j = descending.length - 1; i < j; i++, j--) {
            double swap = descending[i];
            descending[i] = descending[j];
            descending[j] = swap;
        }
    }

    /**
     * The mean over all draws of the best value of k rows: rank i from 0 is the best with probability C(M-1-i, k-1) /
     * C(M, k).
     *
     * @param k from 1 to the number of rows
     */
    public double best(int k) {
        int rows = descending.length;
        double probability = k / (double) rows;
        double mean = 0;
        for (int i = 0; i <= rows - k; i++) {
            mean += probability * descending[i];
            probability *= (rows - i - k) / (double) (rows - 1 - i);
        }
        return mean;
    }

    /** The probability that k rows hold at least one of {@code wanted} rows. */
    public double found(int wanted, int k) {
        double none = 1;
        for (int i = 0; i < k; i++) {
            none *= Math.max(0, descending.length - wanted - i) / (double) (descending.length - i);
        }
        return 1 - none;
    }

    /** The smallest number of tries that finds one of {@code wanted} rows with a probability of a half. */
    public int medianTries(int wanted) {
        int k = 1;
        while (found(wanted, k) < 0.5) {
            k++;
        }
        return k;
    }
}
