package org.busbar.analyses.importance;

import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Ordinary least squares on standardised inputs and output, with an intercept.
 *
 * @param coefficients change of the output per change of an input, each in standard deviations
 * @param errors their standard errors, above 0
 * @param inflation of the variance of each by the correlation with the others, at least 1
 * @param noise s: standard deviation of the residuals over n - p - 1 degrees of freedom
 * @param r2 share of the variance that is explained
 */
record LeastSquares(double[] coefficients, double[] errors, double[] inflation, double noise, double r2, int rows) {

    /** Residuals below this share of the output are rounding. */
    private static final double EXACT = 1e-12;

    /**
     * Fits.
     *
     * @throws IllegalArgumentException if the fit is exact: then no residuals say how uncertain it is
     */
    static LeastSquares of(String analysis, Scaled scaled, Correlations correlations) {
        double[] inverse = correlations.inverse();
        double[] coefficients = correlations.weighted(inverse, correlations.withOutput());
        int n = scaled.rows();
        double misfit = scaled.misfit(coefficients);
        double noise = Math.sqrt(misfit / (n - scaled.width() - 1));
        if (noise < EXACT) {
            throw new IllegalArgumentException(analysis
                    + ": the output is a linear function of the inputs with residuals of "
                    + noise + " of its standard deviation, so there are no standard errors; leave the input out that"
                    + " repeats the output, or take the coefficients as they are");
        }
        double[] inflation = new double[scaled.width()];
        double[] errors = new double[scaled.width()];
        for (int j = 0; j < errors.length; j++) {
            inflation[j] = correlations.element(inverse, j, j);
            errors[j] = noise * Math.sqrt(inflation[j] / (n - 1));
        }
        return new LeastSquares(coefficients, errors, inflation, noise, 1 - misfit / (n - 1), n);
    }

    /** Degrees of freedom n - p - 1. */
    int freedom() {
        return rows - coefficients.length - 1;
    }

    double[] t() {
        double[] t = new double[errors.length];
        for (int j = 0; j < t.length; j++) {
            t[j] = coefficients[j] / errors[j];
        }
        return t;
    }

    /** The probability of so large a |t| if the coefficient were 0. */
    double[] p() {
        TDistribution law = new TDistribution(freedom());
        double[] p = t();
        for (int j = 0; j < p.length; j++) {
            p[j] = 2 * law.cumulativeProbability(-Math.abs(p[j]));
        }
        return p;
    }

    /** Half the width of the 95 % interval of a coefficient, in standard errors. */
    double reach() {
        return new TDistribution(freedom()).inverseCumulativeProbability(0.975);
    }

    double adjustedR2() {
        return 1 - (1 - r2) * (rows - 1) / freedom();
    }

    double f() {
        return r2 / coefficients.length / ((1 - r2) / freedom());
    }

    /** The probability of so large an F if all coefficients were 0. */
    double probabilityOfF() {
        double p = 1 - new FDistribution(coefficients.length, freedom()).cumulativeProbability(f());
        return Math.max(0, p);
    }
}
