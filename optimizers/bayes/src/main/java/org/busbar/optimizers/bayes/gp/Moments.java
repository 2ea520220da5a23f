package org.busbar.optimizers.bayes.gp;

/**
 * Predictions for several rows, each by itself, of the function without the noise of a measurement.
 *
 * @param means in units of the values
 * @param sds standard deviations, more than 0
 */
public record Moments(double[] means, double[] sds) {}
