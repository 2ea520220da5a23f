package org.busbar.optimizers.polynomial;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Cholesky;

/**
 * A polynomial by ridge regression: least squares plus alpha times the squares of all weights but that of the constant.
 *
 * @param degree of the terms it has
 * @param alpha in the square unit of the values
 * @param weights one per term
 * @param misfit the mean square by which it misses each value when that is left out
 */
record Ridge(int degree, double alpha, double[] weights, double misfit) {

    /** The ends are those of Rahmanian et al. 2022; the larger ones are for noise and many columns. */
    private static final double[] ALPHAS = {5e-4, 5e-3, 3e-2, 0.1, 0.3, 1};

    /** A value that alone decides what is expected there cannot be left out. */
    private static final double LEAST_FREEDOM = 1e-9;

    /** Of all degrees and alphas the polynomial that misses least what it is not shown; the lower degree of equals. */
    static Ridge best(Terms terms, double[][] basis, double[] values) {
        Ridge best = of(1, terms.count(1), ALPHAS[0], basis, values);
        for (int degree = 1; degree <= terms.degree(); degree++) {
            for (double alpha : ALPHAS) {
                Ridge ridge = of(degree, terms.count(degree), alpha, basis, values);
                best = ridge.misfit < best.misfit * (1 - 1e-9) ? ridge : best;
            }
        }
        return best;
    }

    /** This polynomial, of the same degree and alpha, with weights for other data. */
    Ridge again(double[][] basis, double[] values) {
        return of(degree, weights.length, alpha, basis, values);
    }

    private static Ridge of(int degree, int count, double alpha, double[][] basis, double[] values) {
        double[][] design =
                Arrays.stream(basis).map(terms -> Arrays.copyOf(terms, count)).toArray(double[][]::new);
        Cholesky factor = Cholesky.of(normal(design, alpha));
        double[] right = new double[count];
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < count; k++) {
                right[k] += design[i][k] * values[i] / values.length;
            }
        }
        double[] weights = factor.solve(right);
        return new Ridge(degree, alpha, weights, misfit(design, factor.forward(design), weights, values));
    }

    /** (X'X + alpha P) / n. */
    private static double[][] normal(double[][] design, double alpha) {
        int count = design[0].length;
        double[][] normal = new double[count][count];
        for (double[] row : design) {
            for (int k = 0; k < count; k++) {
                for (int l = 0; l < count; l++) {
                    normal[k][l] += row[k] * row[l] / design.length;
                }
            }
        }
        for (int k = 1; k < count; k++) {
            normal[k][k] += alpha / design.length;
        }
        return normal;
    }

    /**
     * From residuals e_i and leverages h_i: the mean of (e_i / (1 - h_i))^2.
     *
     * @param solved for each row of the design x the solution of L z = x, so that h = z'z / n
     */
    private static double misfit(double[][] design, double[][] solved, double[] weights, double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double residual = values[i];
            double leverage = 0;
            for (int k = 0; k < weights.length; k++) {
                residual -= design[i][k] * weights[k];
                leverage += solved[i][k] * solved[i][k] / values.length;
            }
            double missed = residual / Math.max(LEAST_FREEDOM, 1 - leverage);
            sum += missed * missed / values.length;
        }
        return sum;
    }

    /** The value at a row. */
    double at(double[] basis) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * basis[k];
        }
        return sum;
    }

    /** How the value changes with each number of a row. */
    double[] slope(double[][] slopes) {
        double[] slope = new double[slopes[0].length];
        for (int k = 0; k < weights.length; k++) {
            for (int j = 0; j < slope.length; j++) {
                slope[j] += weights[k] * slopes[k][j];
            }
        }
        return slope;
    }
}
