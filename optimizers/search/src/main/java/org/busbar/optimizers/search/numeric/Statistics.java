package org.busbar.optimizers.search.numeric;

import java.util.Arrays;

/** Location and spread of a sample. */
public final class Statistics {

    private Statistics() {}

    /** Arithmetic mean. */
    public static double mean(double[] sample) {
        double sum = 0;
        for (double one : required(sample)) {
            sum += one;
        }
        return sum / sample.length;
    }

    /** Standard deviation with divisor n - 1, in the unit of the sample; 0 for a sample of one. */
    public static double sd(double[] sample) {
        double mean = mean(sample);
        double sum = 0;
        for (double one : sample) {
            sum += (one - mean) * (one - mean);
        }
        return sample.length == 1 ? 0 : Math.sqrt(sum / (sample.length - 1));
    }

    /**
     * Quantile by linear interpolation between order statistics (type 7 of R. J. Hyndman, Y. Fan, Am. Stat. 50 (1996)
     * 361, doi:10.1080/00031305.1996.10473566).
     *
     * @param p 0 for the smallest to 1 for the largest element
     */
    public static double quantile(double[] sample, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("Probability " + p + " has no quantile; it must be 0 to 1");
        }
        double[] sorted = required(sample).clone();
        Arrays.sort(sorted);
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    static double[] required(double[] sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("The sample is empty; give at least one number");
        }
        return sample;
    }
}
