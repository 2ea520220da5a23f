package org.busbar.distribution.bench.optimizers.statistics;

import java.util.Arrays;

/** Figures of a list of numbers. */
public final class Sample {

    private Sample() {}

    /** The arithmetic mean; NaN of nothing. */
    public static double mean(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The standard deviation of all there is, divided by n, not n - 1. */
    public static double deviation(double... values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    /** The median; the mean of the middle two of an even number; infinite if that is; NaN of nothing. */
    public static double median(double... values) {
        return quantile(0.5, values);
    }

    /**
     * The quantile, between two order statistics by straight line (type 7 of Hyndman and Fan, The American
     * Statistician 50, 361, 1996); NaN of nothing.
     *
     * @param share from 0 to 1
     */
    public static double quantile(double share, double... values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        double low = sorted[below];
        double high = sorted[Math.min(below + 1, sorted.length - 1)];
        return place == below || low == high ? low : low + (place - below) * (high - low);
    }
}
