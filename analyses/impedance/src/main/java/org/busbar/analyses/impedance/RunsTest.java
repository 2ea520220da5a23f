package org.busbar.analyses.impedance;

import java.util.Locale;

/**
 * Tells whether the signs of residuals change too seldom to be noise (A. Wald, J. Wolfowitz, Ann. Math. Stat. 11, 147,
 * 1940; doi 10.1214/aoms/1177731909).
 *
 * @param runs stretches of one sign
 * @param expected how many there are on average in noise
 * @param deviation of {@code runs} from {@code expected} in standard deviations, 0 if all signs are alike
 */
public record RunsTest(int runs, double expected, double deviation) {

    /** One-sided p = .001 of the normal distribution. */
    private static final double LOWEST = -3.0902;

    /** The test of residuals in order, as by frequency; 0 counts as positive; an empty array holds no runs. */
    public static RunsTest of(double[] residuals) {
        if (residuals.length == 0) {
            return new RunsTest(0, 0, 0);
        }
        double n = residuals.length;
        double positive = positive(residuals);
        double expected = 1 + 2 * positive * (n - positive) / n;
        double variance = (expected - 1) * (expected - 2) / (n - 1);
        int runs = runs(residuals);
        return new RunsTest(runs, expected, variance > 0 ? (runs - expected) / Math.sqrt(variance) : 0);
    }

    /** Whether noise gives so few runs in less than one of a thousand cases. */
    public boolean rejects() {
        return deviation < LOWEST;
    }

    /**
     * What was found, for the text of a flag, as in {@code 3 runs of z_real, 20.5 expected (-5.3 s.d.)}.
     *
     * @param name of what left the residuals
     */
    public String finding(String name) {
        return String.format(Locale.ROOT, "%d runs of %s, %.1f expected (%.1f s.d.)", runs, name, expected, deviation);
    }

    private static int positive(double[] residuals) {
        int count = 0;
        for (double residual : residuals) {
            count += residual >= 0 ? 1 : 0;
        }
        return count;
    }

    private static int runs(double[] residuals) {
        int runs = 1;
        for (int i = 1; i < residuals.length; i++) {
            runs += (residuals[i] >= 0) == (residuals[i - 1] >= 0) ? 0 : 1;
        }
        return runs;
    }
}
