package org.busbar.analyses.importance;

/**
 * Bayesian linear regression on standardised inputs and output: prior N(0, 1/a) of each coefficient, noise N(0, 1/b);
 * posterior mean m, covariance S = (b X^T X + a I)^-1. The intercept is free.
 *
 * @param coefficients m
 * @param errors square root of the diagonal of S
 * @param priorPrecision a, from 1e-8 to 1e8
 * @param noisePrecision b
 * @param logEvidence logarithm of the probability of the output before it was seen, without constants
 * @param converged whether a and b are those of the largest evidence
 */
record BayesianFit(
        double[] coefficients,
        double[] errors,
        double priorPrecision,
        double noisePrecision,
        double logEvidence,
        boolean converged) {

    /** A bound of a: at it the data have decided nothing. */
    static final double HIGHEST = 1e8;

    private static final int MOST_ROUNDS = 10_000;
    private static final double SMALL = 1e-10;

    /** With a prior and a noise that are given. */
    static BayesianFit of(Scaled scaled, Correlations correlations, double priorPrecision, double noisePrecision) {
        double[] weights = weights(scaled, correlations, priorPrecision, noisePrecision);
        double[] toOutput = correlations.withOutput().clone();
        for (int j = 0; j < toOutput.length; j++) {
            toOutput[j] *= noisePrecision * (scaled.rows() - 1);
        }
        double[] mean = correlations.weighted(weights, toOutput);
        double[] errors = new double[mean.length];
        for (int j = 0; j < errors.length; j++) {
            errors[j] = Math.sqrt(correlations.element(weights, j, j));
        }
        double evidence = evidence(scaled, mean, weights, priorPrecision, noisePrecision);
        return new BayesianFit(mean, errors, priorPrecision, noisePrecision, evidence, true);
    }

    /**
     * With the prior and the noise that make the output most probable (type-II maximum likelihood; D. J. C. MacKay,
     * Neural Comput. 4, 415, 1992, doi 10.1162/neco.1992.4.3.415).
     *
     * @param noisePrecision where the search starts
     */
    static BayesianFit ofLargestEvidence(Scaled scaled, Correlations correlations, double noisePrecision) {
        BayesianFit fit = of(scaled, correlations, 1, noisePrecision);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            BayesianFit next = fit.better(scaled, correlations);
            if (Math.abs(StrictMath.log(next.priorPrecision / fit.priorPrecision)) < SMALL) {
                return next;
            }
            fit = next;
        }
        return new BayesianFit(
                fit.coefficients, fit.errors, fit.priorPrecision, fit.noisePrecision, fit.logEvidence, false);
    }

    private BayesianFit better(Scaled scaled, Correlations correlations) {
        double determined = 0;
        for (double weight : weights(scaled, correlations, priorPrecision, noisePrecision)) {
            determined += 1 - priorPrecision * weight;
        }
        double prior = Math.min(HIGHEST, Math.max(1 / HIGHEST, determined / squares(coefficients)));
        double noise = (scaled.rows() - 1 - determined) / scaled.misfit(coefficients);
        return of(scaled, correlations, prior, noise);
    }

    /** The eigenvalues of S. */
    private static double[] weights(Scaled scaled, Correlations correlations, double prior, double noise) {
        double[] weights = correlations.values().clone();
        for (int k = 0; k < weights.length; k++) {
            weights[k] = 1 / (prior + noise * (scaled.rows() - 1) * Math.max(0, weights[k]));
        }
        return weights;
    }

    private static double evidence(Scaled scaled, double[] mean, double[] weights, double prior, double noise) {
        double sum =
                (mean.length * StrictMath.log(prior) + (scaled.rows() - 1) * StrictMath.log(noise / (2 * Math.PI))) / 2;
        for (double weight : weights) {
            sum += StrictMath.log(weight) / 2;
        }
        return sum - (noise * scaled.misfit(mean) + prior * squares(mean)) / 2;
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    /** m over the square root of the diagonal of S. */
    double[] t() {
        double[] t = new double[errors.length];
        for (int j = 0; j < t.length; j++) {
            t[j] = coefficients[j] / errors[j];
        }
        return t;
    }
}
