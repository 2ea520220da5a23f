package org.busbar.analyses.sensitivity;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Cholesky;
import org.busbar.optimizers.search.numeric.Sloped;

/**
 * Minus the logarithm of the marginal likelihood of a Gaussian process, its variance at the best value, over the
 * logarithms of the lengths and of the share of noise (C. E. Rasmussen, C. K. I. Williams, Gaussian Processes for Machine
 * Learning, MIT Press 2006, chapter 5).
 *
 * <p>NaN once the thread is told to stop, so that a search ends soon; the flag of the thread stays set.
 */
record ProcessLikelihood(double[][] x, double[] y) implements Sloped {

    @Override
    public double at(double[] logarithms, double[] slope) {
        if (Thread.currentThread().isInterrupted()) {
            return Double.NaN;
        }
        SquaredExponential kernel = new SquaredExponential(lengths(logarithms));
        double noise = noise(logarithms);
        double[][] matrix = kernel.matrix(x, noise);
        Cholesky factor = Cholesky.of(matrix);
        double[] alpha = factor.solve(y);
        double variance = dot(y, alpha) / y.length;
        fill(slope, kernel.lengths(), noise, matrix, factor.inverse(), alpha, variance);
        return 0.5 * (y.length * StrictMath.log(variance) + factor.logDeterminant());
    }

    static double[] lengths(double[] logarithms) {
        double[] lengths = new double[logarithms.length - 1];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = StrictMath.exp(logarithms[i]);
        }
        return lengths;
    }

    static double noise(double[] logarithms) {
        return StrictMath.exp(logarithms[logarithms.length - 1]);
    }

    private void fill(
            double[] slope,
            double[] lengths,
            double noise,
            double[][] matrix,
            double[][] inverse,
            double[] alpha,
            double variance) {
        Arrays.fill(slope, 0);
        int last = lengths.length;
        for (int i = 0; i < x.length; i++) {
            slope[last] += 0.5 * noise * (inverse[i][i] - alpha[i] * alpha[i] / variance);
            for (int j = 0; j < i; j++) {
                double weight = (inverse[i][j] - alpha[i] * alpha[j] / variance) * matrix[i][j];
                for (int d = 0; d < last; d++) {
                    double off = (x[i][d] - x[j][d]) / lengths[d];
                    slope[d] += weight * off * off;
                }
            }
        }
    }

    static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
