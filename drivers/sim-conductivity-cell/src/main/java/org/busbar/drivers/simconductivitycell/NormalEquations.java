package org.busbar.drivers.simconductivitycell;

/** Weighted linear least squares with a small number of terms, solved by Cholesky decomposition. */
final class NormalEquations {

    private final double[][] matrix;
    private final double[] right;

    /**
     * Equations without data.
     *
     * @param ridge weight with which every coefficient but the first is drawn to 0; above 0, so that there is always one
     *     solution once a datum was added
     */
    NormalEquations(int terms, double ridge) {
        matrix = new double[terms][terms];
        right = new double[terms];
        for (int i = 1; i < terms; i++) {
            matrix[i][i] = ridge;
        }
    }

    /** Adds the datum {@code y} at which the terms of the model are {@code x}. */
    void add(double[] x, double y, double weight) {
        for (int i = 0; i < right.length; i++) {
            right[i] += weight * x[i] * y;
            for (int j = 0; j < right.length; j++) {
                matrix[i][j] += weight * x[i] * x[j];
            }
        }
    }

    /** The coefficients. */
    double[] solve() {
        double[][] lower = cholesky();
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                x[i] -= lower[i][j] * x[j];
            }
            x[i] /= lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= lower[j][i] * x[j];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    private double[][] cholesky() {
        double[][] lower = new double[right.length][right.length];
        for (int i = 0; i < right.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
        return lower;
    }
}
