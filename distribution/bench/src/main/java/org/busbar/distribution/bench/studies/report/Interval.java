package org.busbar.distribution.bench.studies.report;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.busbar.distribution.bench.optimizers.statistics.Sample;
import org.busbar.distribution.bench.optimizers.statistics.SplitMix64;

/**
 * A figure of some runs and where it lies with 95 %, by the percentiles of {@value #RESAMPLES} bootstrap resamples of whole
 * runs, with fixed random numbers. After B. Efron, Ann. Statist. 7, 1 (1979), doi 10.1214/aos/1176344552.
 */
public record Interval(double value, double low, double high) {

    static final int RESAMPLES = 1000;

    /**
     * Resamples runs.
     *
     * @param runs how many there are; at least 1
     * @param figure of runs given by their numbers, of which some occur several times
     */
    public static Interval of(int runs, ToDoubleFunction<int[]> figure) {
        SplitMix64 random = SplitMix64.keyed("studies", runs);
        int[] all = new int[runs];
        Arrays.setAll(all, i -> i);
        double[] figures = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            int[] drawn = new int[runs];
            Arrays.setAll(drawn, j -> random.nextInt(runs));
            figures[i] = figure.applyAsDouble(drawn);
        }
        return new Interval(
                figure.applyAsDouble(all), Sample.quantile(0.025, figures), Sample.quantile(0.975, figures));
    }

    /** Of the mean of some numbers. */
    public static Interval ofMean(double... values) {
        return of(values.length, runs -> mean(runs, values));
    }

    /** Of the mean of the first numbers over that of the second; the two are of the same runs. */
    public static Interval ofRatio(double[] first, double[] second) {
        return of(first.length, runs -> mean(runs, first) / mean(runs, second));
    }

    private static double mean(int[] runs, double[] values) {
        return Arrays.stream(runs).mapToDouble(run -> values[run]).average().orElse(Double.NaN);
    }

    /** As text with so many digits behind the point. */
    public String text(int digits) {
        return Table.number(value, digits) + " (" + Table.number(low, digits) + " to " + Table.number(high, digits)
                + ")";
    }
}
