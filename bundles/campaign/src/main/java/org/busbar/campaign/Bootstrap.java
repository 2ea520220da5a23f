package org.busbar.campaign;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Percentile bootstrap of a mean (B. Efron, Ann. Statist. 7, 1, 1979). */
final class Bootstrap {

    private static final int DRAWS = 2000;

    private Bootstrap() {}

    /** The 2.5 % and 97.5 % points of the mean of {@code values}, redrawn 2000 times. */
    static double[] meanInterval(double[] values, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[d] = sum / values.length;
        }
        Arrays.sort(means);
        return new double[] {means[(int) (DRAWS * 0.025)], means[(int) (DRAWS * 0.975)]};
    }
}
