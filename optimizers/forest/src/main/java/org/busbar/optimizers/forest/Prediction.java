package org.busbar.optimizers.forest;

/**
 * What a forest expects at a point, on the scale of the values it was fitted to.
 *
 * @param aleatoric variance of single measurements around the mean: more data do not reduce it
 * @param epistemic variance of the mean itself, for want of data nearby
 */
record Prediction(double mean, double aleatoric, double epistemic) {

    /** Variance of the next measurement. */
    double total() {
        return aleatoric + epistemic;
    }
}
