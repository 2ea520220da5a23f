package org.busbar.analyses.voltammetry;

/**
 * Tells whether residuals in order are too much alike to be noise: by the runs of their signs (A. Wald, J. Wolfowitz,
 * Ann. Math. Stat. 11, 147, 1940; doi 10.1214/aoms/1177731909) and by the correlation of neighbours.
 *
 * @param deviation of the number of runs from that expected, in standard deviations; 0 if all signs are alike
 * @param correlation of each residual with the next, times the root of their number: normal with deviation 1 in noise
 */
record RunsTest(int runs, double expected, double deviation, double correlation) {

    /** One-sided p = .001 of the normal distribution. */
    private static final double LIMIT = 3.0902;

    static RunsTest of(double[] residuals) {
        int positive = 0;
        int runs = residuals.length == 0 ? 0 : 1;
        for (int i = 0; i < residuals.length; i++) {
            positive += residuals[i] >= 0 ? 1 : 0;
            runs += i > 0 && residuals[i] >= 0 != residuals[i - 1] >= 0 ? 1 : 0;
        }
        double n = residuals.length;
        double expected = 1 + 2 * positive * (n - positive) / n;
        double variance = (expected - 1) * (expected - 2) / (n - 1);
        double deviation = variance > 0 ? (runs - expected) / Math.sqrt(variance) : 0;
        return new RunsTest(runs, expected, deviation, correlation(residuals));
    }

    /** Whether noise gives so few runs, or neighbours so much alike, in less than one of a thousand cases. */
    boolean rejects() {
        return deviation < -LIMIT || correlation > LIMIT;
    }

    private static double correlation(double[] residuals) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < residuals.length; i++) {
            squares += residuals[i] * residuals[i];
            products += i > 0 ? residuals[i] * residuals[i - 1] : 0;
        }
        return squares == 0 ? 0 : products / squares * Math.sqrt(residuals.length);
    }
}
