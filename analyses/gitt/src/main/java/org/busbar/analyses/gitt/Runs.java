package org.busbar.analyses.gitt;

/**
 * How far the number of stretches of one sign is from that of noise (A. Wald, J. Wolfowitz, Ann. Math. Stat. 11, 147,
 * 1940; doi 10.1214/aoms/1177731909).
 *
 * @param count stretches
 * @param expected in noise
 * @param deviation in standard deviations, 0 if all signs are alike
 */
record Runs(int count, double expected, double deviation) {

    /** One-sided p = .001 of the normal distribution. */
    private static final double LOWEST = -3.0902;

    static Runs of(double[] residuals) {
        double n = residuals.length;
        double positive = 0;
        int count = 1;
        for (int i = 0; i < residuals.length; i++) {
            positive += residuals[i] >= 0 ? 1 : 0;
            count += i > 0 && (residuals[i] >= 0) != (residuals[i - 1] >= 0) ? 1 : 0;
        }
        double expected = 1 + 2 * positive * (n - positive) / n;
        double variance = (expected - 1) * (expected - 2) / (n - 1);
        return new Runs(count, expected, variance > 0 ? (count - expected) / Math.sqrt(variance) : 0);
    }

    boolean rejects() {
        return deviation < LOWEST;
    }
}
