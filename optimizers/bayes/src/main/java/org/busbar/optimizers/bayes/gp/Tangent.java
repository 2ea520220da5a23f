package org.busbar.optimizers.bayes.gp;

/**
 * A prediction at one row and how it changes with the row.
 *
 * @param mean in units of the values
 * @param sd standard deviation, more than 0
 * @param meanSlope slope of the mean, one number per column
 * @param sdSlope slope of the standard deviation, one number per column
 */
public record Tangent(double mean, double sd, double[] meanSlope, double[] sdSlope) {}
