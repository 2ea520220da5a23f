package org.busbar.analyses.conductivity;

import org.hipparchus.special.Gamma;

/**
 * How well a law fits.
 *
 * @param degrees of freedom
 * @param criterion the corrected criterion of Akaike: the smaller, the better
 * @param probability of a larger chi2 by chance; NaN if the uncertainties are not known or nothing is left over
 */
record Goodness(int degrees, double criterion, double probability) {

    private static final double REJECTED = 0.001;

    static Goodness of(TemperatureLaw law, TemperatureSeries series) {
        int n = series.size();
        int degrees = n - law.parameters();
        int k = law.parameters() + (series.known() ? 0 : 1);
        double likelihood = series.known() ? law.chi2() : n * Math.log(Math.max(law.chi2(), Double.MIN_NORMAL) / n);
        double criterion =
                n - k - 1 > 0 ? likelihood + 2.0 * k + 2.0 * k * (k + 1) / (n - k - 1) : Double.POSITIVE_INFINITY;
        double probability =
                series.known() && degrees > 0 ? Gamma.regularizedGammaQ(degrees / 2.0, law.chi2() / 2) : Double.NaN;
        return new Goodness(degrees, criterion, probability);
    }

    boolean rejects() {
        return probability < REJECTED;
    }
}
