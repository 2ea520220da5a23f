package org.busbar.distribution.bench.optimizers.statistics;

/**
 * The interval that covers the median with 95 %, from the percentiles of {@value #RESAMPLES} resamples with fixed random
 * numbers. After B. Efron, Ann. Statist. 7, 1 (1979), doi 10.1214/aos/1176344552.
 */
public record Bootstrap(double low, double high) {

    static final int RESAMPLES = 2000;

    /** Resamples the values; NaN to NaN of nothing. */
    public static Bootstrap ofMedian(double... values) {
        SplitMix64 random = SplitMix64.keyed("bootstrap", values.length);
        double[] medians = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            medians[i] = Sample.median(resampled(random, values));
        }
        return new Bootstrap(Sample.quantile(0.025, medians), Sample.quantile(0.975, medians));
    }

    private static double[] resampled(SplitMix64 random, double... values) {
        double[] drawn = new double[values.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = values[random.nextInt(values.length)];
        }
        return drawn;
    }
}
