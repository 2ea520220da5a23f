package org.busbar.optimizers.bayes.acquire;

/** Weighted sum of the mean, the standard deviation and the variance. */
record Weighted(double ofMean, double ofDeviation, double ofVariance) implements Score {

    @Override
    public double at(double mean, double deviation) {
        return ofMean * mean + (ofDeviation + ofVariance * deviation) * deviation;
    }

    @Override
    public double[] partials(double mean, double deviation) {
        return new double[] {ofMean, ofDeviation + 2 * ofVariance * deviation};
    }
}
