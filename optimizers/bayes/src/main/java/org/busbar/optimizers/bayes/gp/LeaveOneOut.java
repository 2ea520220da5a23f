package org.busbar.optimizers.bayes.gp;

/**
 * What the model says of each measured value when that value is withheld and the hyper-parameters are kept (Rasmussen and
 * Williams 2006, equations 5.10 to 5.12).
 *
 * @param means predicted values
 * @param sds their standard deviations, noise included
 * @param logDensity the pseudo-likelihood: Σ log density of the values under these predictions
 */
public record LeaveOneOut(double[] means, double[] sds, double logDensity) {

    private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);

    static LeaveOneOut of(double[] values, double[] weights, double[][] inverse) {
        double[] means = new double[values.length];
        double[] sds = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double precision = inverse[i][i];
            double residual = weights[i] / precision;
            means[i] = values[i] - residual;
            sds[i] = 1 / Math.sqrt(precision);
            sum += (StrictMath.log(precision) - residual * residual * precision - LOG_TWO_PI) / 2;
        }
        return new LeaveOneOut(means, sds, sum);
    }
}
