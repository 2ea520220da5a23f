package org.busbar.optimizers.bayes.gp;

import org.busbar.optimizers.search.numeric.Cholesky;

/**
 * The most probable latent function of a classification and the curvature there, by Newton's method.
 *
 * @param prior mean of the latent function
 * @param gradient of the log likelihood at the mode, one number per row
 * @param roots √W, W being the negative second derivative of the log likelihood
 * @param cholesky factor of B = I + √W K √W
 * @param evidence log marginal likelihood of the outcomes
 */
record LaplaceMode(double prior, double[] gradient, double[] roots, Cholesky cholesky, double evidence) {

    private static final int ITERATIONS = 50;
    private static final double TOLERANCE = 1e-10;

    /** From the prior covariance and the outcomes, +1 or -1. */
    static LaplaceMode find(double[][] covariance, double[] signs) {
        double prior = prior(signs);
        double[] weights = new double[signs.length];
        LaplaceMode last = at(covariance, signs, prior, weights);
        for (int i = 0; i < ITERATIONS; i++) {
            weights = last.step(covariance, multiply(covariance, weights));
            LaplaceMode next = at(covariance, signs, prior, weights);
            if (Math.abs(next.evidence - last.evidence) < TOLERANCE) {
                return next;
            }
            last = next;
        }
        return last;
    }

    /** The log odds of (successes + 1)/(trials + 2). */
    private static double prior(double[] signs) {
        int successes = 0;
        for (double sign : signs) {
            successes += sign > 0 ? 1 : 0;
        }
        return StrictMath.log((successes + 1.0) / (signs.length - successes + 1.0));
    }

    /** At the latent function prior + K weights. */
    private static LaplaceMode at(double[][] covariance, double[] signs, double prior, double[] weights) {
        double[] latent = multiply(covariance, weights);
        double[] gradient = new double[signs.length];
        double[] roots = new double[signs.length];
        double log = -Regression.dot(weights, latent) / 2;
        for (int i = 0; i < signs.length; i++) {
            double f = prior + latent[i];
            double p = StrictMath.exp(LaplaceClassifier.logLogistic(f));
            log += LaplaceClassifier.logLogistic(signs[i] * f);
            gradient[i] = (signs[i] + 1) / 2 - p;
            roots[i] = Math.sqrt(p * (1 - p));
        }
        Cholesky cholesky = Cholesky.of(sandwich(covariance, roots));
        return new LaplaceMode(prior, gradient, roots, cholesky, log - cholesky.logDeterminant() / 2);
    }

    private static double[][] sandwich(double[][] covariance, double[] roots) {
        double[][] b = new double[roots.length][roots.length];
        for (int i = 0; i < roots.length; i++) {
            for (int j = 0; j < roots.length; j++) {
                b[i][j] = roots[i] * covariance[i][j] * roots[j];
            }
            b[i][i] += 1;
        }
        return b;
    }

    /** The weights after one Newton step from a latent function, given without its prior mean. */
    private double[] step(double[][] covariance, double[] latent) {
        double[] b = new double[latent.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = roots[i] * roots[i] * latent[i] + gradient[i];
        }
        double[] reduction = reduction(multiply(covariance, b));
        for (int i = 0; i < b.length; i++) {
            b[i] -= reduction[i];
        }
        return b;
    }

    /** √W B⁻¹ √W k. */
    double[] reduction(double[] k) {
        double[] scaled = new double[k.length];
        for (int i = 0; i < k.length; i++) {
            scaled[i] = roots[i] * k[i];
        }
        double[] solved = cholesky.solve(scaled);
        for (int i = 0; i < k.length; i++) {
            solved[i] *= roots[i];
        }
        return solved;
    }

    private static double[] multiply(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = Regression.dot(matrix[i], vector);
        }
        return product;
    }
}
