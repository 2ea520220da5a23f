package org.busbar.optimizers.bayes.acquire;

import org.busbar.optimizers.search.numeric.Normal;

/**
 * The logarithm of the probability that a value lies in a range.
 *
 * @param lower may be minus infinity
 * @param upper may be infinity
 */
record Within(double lower, double upper) implements Score {

    @Override
    public double at(double mean, double deviation) {
        if (!(deviation > 0)) {
            return mean >= lower && mean <= upper ? 0 : Double.NEGATIVE_INFINITY;
        }
        return Logs.mass((lower - mean) / deviation, (upper - mean) / deviation);
    }

    @Override
    public double[] partials(double mean, double deviation) {
        double log = at(mean, deviation);
        if (!(deviation > 0) || Double.isInfinite(log)) {
            return new double[2];
        }
        double low = (lower - mean) / deviation;
        double high = (upper - mean) / deviation;
        double atLow = density(low, log);
        double atHigh = density(high, log);
        double ofDeviation = times(low, atLow) - times(high, atHigh);
        return new double[] {(atLow - atHigh) / deviation, ofDeviation / deviation};
    }

    private static double density(double z, double log) {
        return Double.isInfinite(z) ? 0 : StrictMath.exp(Normal.logPdf(z) - log);
    }

    private static double times(double z, double density) {
        return density == 0 ? 0 : z * density;
    }
}
