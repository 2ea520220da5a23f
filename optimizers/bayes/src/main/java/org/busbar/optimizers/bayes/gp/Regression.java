package org.busbar.optimizers.bayes.gp;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Cholesky;

/**
 * Values under a normal distribution of covariance A and an unknown constant mean.
 *
 * @param cholesky factor of A
 * @param mean 1ᵀA⁻¹y / 1ᵀA⁻¹1
 * @param weights α = A⁻¹(y - mean)
 * @param evidence log density of the values
 */
record Regression(Cholesky cholesky, double mean, double[] weights, double evidence) {

    private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);

    static Regression of(Cholesky cholesky, double[] values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        double mean = values.length == 0 ? 0 : sum(cholesky.solve(values)) / sum(cholesky.solve(ones));
        return of(cholesky, values, mean);
    }

    static Regression of(Cholesky cholesky, double[] values, double mean) {
        double[] residuals = values.clone();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] -= mean;
        }
        double[] weights = cholesky.solve(residuals);
        double evidence = -(dot(residuals, weights) + cholesky.logDeterminant() + values.length * LOG_TWO_PI) / 2;
        return new Regression(cholesky, mean, weights, evidence);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double sum(double[] a) {
        double sum = 0;
        for (double one : a) {
            sum += one;
        }
        return sum;
    }
}
