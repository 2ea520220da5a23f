package org.busbar.analyses.voltammetry;

import java.util.Arrays;

/**
 * A straight line fitted by weighted least squares.
 *
 * @param interceptError standard error from the scatter about the line, as the others
 * @param covariance of intercept and slope
 * @param residuals y less the line, not weighted
 * @param noise root of the weighted sum of squared residuals over the degrees of freedom
 */
record StraightLine(
        double intercept,
        double slope,
        double interceptError,
        double slopeError,
        double covariance,
        double[] residuals,
        double noise) {

    /** Fits at least three points of at least two different {@code x}; {@code weight} is one over the variance. */
    static StraightLine of(double[] x, double[] y, double[] weight) {
        double sum = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weight[i];
            meanX += weight[i] * x[i];
            meanY += weight[i] * y[i];
        }
        meanX /= sum;
        meanY /= sum;
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += weight[i] * (x[i] - meanX) * (x[i] - meanX);
            xy += weight[i] * (x[i] - meanX) * (y[i] - meanY);
        }
        return of(x, y, weight, new double[] {sum, meanX, meanY, xx, xy / xx});
    }

    /** Fits with equal weights. */
    static StraightLine of(double[] x, double[] y) {
        double[] weight = new double[x.length];
        Arrays.fill(weight, 1);
        return of(x, y, weight);
    }

    private static StraightLine of(double[] x, double[] y, double[] weight, double[] moments) {
        double slope = moments[4];
        double intercept = moments[2] - slope * moments[1];
        double[] residuals = new double[x.length];
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            residuals[i] = y[i] - intercept - slope * x[i];
            squares += weight[i] * residuals[i] * residuals[i];
        }
        double variance = squares / Math.max(1, x.length - 2);
        double slopeVariance = variance / moments[3];
        double interceptVariance = variance / moments[0] + slopeVariance * moments[1] * moments[1];
        return new StraightLine(
                intercept,
                slope,
                Math.sqrt(interceptVariance),
                Math.sqrt(slopeVariance),
                -slopeVariance * moments[1],
                residuals,
                Math.sqrt(variance));
    }

    double at(double x) {
        return intercept + slope * x;
    }
}
