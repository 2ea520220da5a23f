package org.busbar.optimizers.bayes.gp;

import java.util.Arrays;

/** Length scales, one per column, and the variance of the noise. Immutable. */
public final class Hyperparameters {

    private final double[] logs;

    private Hyperparameters(double[] logs) {
        this.logs = logs;
    }

    /**
     * From the quantities themselves.
     *
     * @param lengths in units of the rows, more than 0
     * @param noise variance, in squared units of the values, more than 0
     * @throws IllegalArgumentException if a number is not finite and positive
     */
    public static Hyperparameters of(double[] lengths, double noise) {
        double[] all = Arrays.copyOf(lengths, lengths.length + 1);
        all[lengths.length] = noise;
        for (double one : all) {
            if (!(one > 0) || Double.isInfinite(one)) {
                throw new IllegalArgumentException("hyper-parameter " + one + " is not finite and more than 0");
            }
        }
        return new Hyperparameters(Arrays.stream(all).map(StrictMath::log).toArray());
    }

    /** From ln l_1 … ln l_d, ln σ². */
    static Hyperparameters ofLogs(double[] logs) {
        return new Hyperparameters(logs.clone());
    }

    /** A copy of ln l_1 … ln l_d, ln σ². */
    double[] logs() {
        return logs.clone();
    }

    /** The number of length scales. */
    public int columns() {
        return logs.length - 1;
    }

    /** A copy of the length scales, in units of the rows. */
    public double[] lengths() {
        return Arrays.stream(logs, 0, columns()).map(StrictMath::exp).toArray();
    }

    /** The variance of the noise of rows without a variance of their own, in squared units of the values. */
    public double noise() {
        return StrictMath.exp(logs[columns()]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hyperparameters that && Arrays.equals(logs, that.logs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(logs);
    }

    @Override
    public String toString() {
        return "length scales " + Arrays.toString(lengths()) + ", noise variance " + noise();
    }
}
