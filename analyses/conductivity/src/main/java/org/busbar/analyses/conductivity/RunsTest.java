package org.busbar.analyses.conductivity;

import java.util.Arrays;

/**
 * Tells whether the signs of residuals change too seldom to be noise (A. Wald, J. Wolfowitz, Ann. Math. Stat. 11, 147,
 * 1940; doi 10.1214/aoms/1177731909).
 *
 * @param runs stretches of one sign
 * @param expected how many there are on average in noise
 * @param deviation of {@code runs} from {@code expected} in standard deviations, 0 if all signs are alike
 */
record RunsTest(int runs, double expected, double deviation) {

    /** One-sided p = .001 of the normal distribution. */
    private static final double LOWEST = -3.0902;

    /** The test of residuals in order of frequency; 0 counts as positive. */
    static RunsTest of(double[] residuals) {
        double n = residuals.length;
        double positive = Arrays.stream(residuals).filter(r -> r >= 0).count();
        double expected = 1 + 2 * positive * (n - positive) / n;
        double variance = (expected - 1) * (expected - 2) / (n - 1);
        int runs = runs(residuals);
        return new RunsTest(runs, expected, variance > 0 ? (runs - expected) / Math.sqrt(variance) : 0);
    }

    /** Whether noise gives so few runs in less than one of a thousand cases. */
    boolean rejects() {
        return deviation < LOWEST;
    }

    private static int runs(double[] residuals) {
        int runs = 1;
        for (int i = 1; i < residuals.length; i++) {
            runs += (residuals[i] >= 0) == (residuals[i - 1] >= 0) ? 0 : 1;
        }
        return runs;
    }
}
