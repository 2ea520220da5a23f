package org.busbar.analyses.importance;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The correlation matrix of the inputs in its eigenvectors, R = V diag(values) V^T.
 *
 * @param values from the largest to the smallest
 * @param vectors one row per input, one column per eigenvalue
 * @param withOutput the correlation of each input with the output
 */
record Correlations(double[][] matrix, double[] values, double[][] vectors, double[] withOutput) {

    /** Below this eigenvalue the inputs are one too many within the rounding of a table. */
    private static final double SINGULAR = 1e-10;

    private static final double NAMED = 0.1;

    static Correlations of(Scaled scaled) {
        double[][] matrix = new double[scaled.width()][scaled.width()];
        double[] withOutput = new double[scaled.width()];
        for (int j = 0; j < matrix.length; j++) {
            for (int k = 0; k <= j; k++) {
                matrix[j][k] = covariance(scaled.x()[j], scaled.x()[k]);
                matrix[k][j] = matrix[j][k];
            }
            withOutput[j] = covariance(scaled.x()[j], scaled.y());
        }
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix));
        return new Correlations(matrix, eigen.getEigenvalues(), eigen.getV().getData(), withOutput);
    }

    private static double covariance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum / (a.length - 1);
    }

    int width() {
        return values.length;
    }

    /** V diag(weights) V^T b, a vector. */
    double[] weighted(double[] weights, double[] b) {
        double[] result = new double[width()];
        for (int k = 0; k < width(); k++) {
            double along = 0;
            for (int j = 0; j < width(); j++) {
                along += vectors[j][k] * b[j];
            }
            for (int j = 0; j < width(); j++) {
                result[j] += vectors[j][k] * weights[k] * along;
            }
        }
        return result;
    }

    /** Element (i, j) of V diag(weights) V^T. */
    double element(double[] weights, int i, int j) {
        double sum = 0;
        for (int k = 0; k < width(); k++) {
            sum += vectors[i][k] * weights[k] * vectors[j][k];
        }
        return sum;
    }

    /** One over each eigenvalue: the weights of the inverse. */
    double[] inverse() {
        double[] inverse = new double[width()];
        for (int k = 0; k < width(); k++) {
            inverse[k] = 1 / values[k];
        }
        return inverse;
    }

    /**
     * Passes if no input is a linear combination of others.
     *
     * @throws IllegalArgumentException naming those that are
     */
    void requireIndependent(String analysis, List<String> names) {
        double smallest = values[width() - 1];
        if (smallest < SINGULAR) {
            List<String> together = IntStream.range(0, width())
                    .filter(j -> Math.abs(vectors[j][width() - 1]) > NAMED)
                    .mapToObj(names::get)
                    .toList();
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s: the inputs %s are linear combinations of each other (smallest eigenvalue of their correlations"
                            + " %.2g, at least %.0g needed), so their influences cannot be told apart; leave one of them out",
                    analysis,
                    together,
                    smallest,
                    SINGULAR));
        }
    }

    /** The two inputs that are correlated most, if by more than .98. */
    Optional<String> closest(List<String> names) {
        double most = 0.98;
        Optional<String> closest = Optional.empty();
        for (int j = 0; j < width(); j++) {
            for (int k = 0; k < j; k++) {
                if (Math.abs(matrix[j][k]) > most) {
                    most = Math.abs(matrix[j][k]);
                    closest = Optional.of(String.format(
                            Locale.ROOT, "inputs %s and %s by %.4f", names.get(k), names.get(j), matrix[j][k]));
                }
            }
        }
        return closest;
    }
}
