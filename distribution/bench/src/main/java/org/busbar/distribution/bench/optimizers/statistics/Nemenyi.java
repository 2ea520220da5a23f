package org.busbar.distribution.bench.optimizers.statistics;

/**
 * The difference of two mean ranks that chance exceeds with 5 %, whatever the pair. After P. Nemenyi (1963) as in J.
 * Demšar, J. Mach. Learn. Res. 7, 1 (2006).
 */
public final class Nemenyi {

    private static final double LIMIT = 8;
    private static final int PANELS = 400;

    private Nemenyi() {}

    /** The critical difference, in ranks. */
    public static double criticalDifference(int engines, int blocks) {
        return critical(engines) * Math.sqrt(engines * (engines + 1.0) / (6.0 * blocks));
    }

    /** The 95 % quantile of the studentised range of so many normal numbers, divided by the root of 2. */
    static double critical(int engines) {
        double low = 0;
        double high = 10;
        for (int halving = 0; halving < 50; halving++) {
            double middle = (low + high) / 2;
            if (rangeBelow(middle * Math.sqrt(2), engines) < 0.95) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The probability that so many standard normal numbers lie within q, by the trapezoidal rule. */
    private static double rangeBelow(double q, int engines) {
        double step = 2 * LIMIT / PANELS;
        double sum = 0;
        for (int i = 0; i <= PANELS; i++) {
            double z = -LIMIT + i * step;
            double within = Gamma.normalAbove(z - q) - Gamma.normalAbove(z);
            double density = StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            sum += density * StrictMath.pow(within, engines - 1.0);
        }
        return engines * sum * step;
    }
}
