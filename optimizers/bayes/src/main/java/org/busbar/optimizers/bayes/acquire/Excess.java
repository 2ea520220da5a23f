package org.busbar.optimizers.bayes.acquire;

import org.busbar.optimizers.search.numeric.Normal;

/**
 * The logarithm of the probability that a value exceeds a level.
 *
 * @param level in the unit of the means
 */
record Excess(double level) implements Score {

    @Override
    public double at(double mean, double deviation) {
        if (!(deviation > 0)) {
            return mean > level ? 0 : Double.NEGATIVE_INFINITY;
        }
        return Logs.cdf((mean - level) / deviation);
    }

    @Override
    public double[] partials(double mean, double deviation) {
        double z = (mean - level) / deviation;
        double log = at(mean, deviation);
        if (!(deviation > 0) || Double.isInfinite(log) || z > 1e150) {
            return new double[2];
        }
        double ratio = StrictMath.exp(Normal.logPdf(z) - log) / deviation;
        return new double[] {ratio, -z * ratio};
    }
}
