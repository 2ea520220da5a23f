package org.busbar.analyses.conductivity;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * A linear least-squares fit with weights.
 *
 * @param chi2 sum of squared residuals over their variances
 * @param matrix the columns over their standard uncertainties
 */
record WeightedFit(RealVector coefficients, double chi2, RealMatrix matrix) {

    /** The coefficients of columns whose sum is nearest to {@code wanted}. */
    static WeightedFit of(double[][] columns, double[] wanted, double[] sigma) {
        RealMatrix matrix = scaled(columns, sigma);
        RealVector target = MatrixUtils.createRealVector(wanted.length);
        for (int i = 0; i < wanted.length; i++) {
            target.setEntry(i, wanted[i] / sigma[i]);
        }
        RealVector found = new QRDecomposition(matrix).getSolver().solve(target);
        double misfit = matrix.operate(found).subtract(target).getNorm();
        return new WeightedFit(found, misfit * misfit, matrix);
    }

    /** Of the coefficients, for uncertainties that are known. */
    RealMatrix covariance() {
        return covariance(matrix);
    }

    /** The inverse of the normal matrix of columns divided by {@code sigma}, columns scaled meanwhile. */
    static RealMatrix covariance(double[][] columns, double[] sigma) {
        return covariance(scaled(columns, sigma));
    }

    private static RealMatrix covariance(RealMatrix matrix) {
        int p = matrix.getColumnDimension();
        RealMatrix unit = matrix.copy();
        double[] norms = new double[p];
        for (int j = 0; j < p; j++) {
            norms[j] = matrix.getColumnVector(j).getNorm();
            unit.setColumnVector(j, matrix.getColumnVector(j).mapDivide(norms[j]));
        }
        RealMatrix inverse = MatrixUtils.inverse(unit.transposeMultiply(unit));
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                inverse.setEntry(i, j, inverse.getEntry(i, j) / norms[i] / norms[j]);
            }
        }
        return inverse;
    }

    private static RealMatrix scaled(double[][] columns, double[] sigma) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(sigma.length, columns.length);
        for (int i = 0; i < sigma.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                matrix.setEntry(i, j, columns[j][i] / sigma[i]);
            }
        }
        return matrix;
    }
}
