package org.busbar.analyses.eis.fit;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * (J<sup>T</sup>J)<sup>-1</sup> by the coordinates of all parameters, 0 for those that are fixed. Columns of J are
 * scaled to length 1 first; a direction that changes less than 1e-7 of that has an uncertainty as large as if it changed
 * so much, instead of none.
 */
final class Covariance {

    private static final double FLOOR = 1e-14;

    private Covariance() {}

    static double[][] of(State state, Coordinates coordinates) {
        int[] free = coordinates.free();
        double[][] all = new double[coordinates.size()][coordinates.size()];
        if (free.length > 0) {
            double[] lengths = lengths(state.normal);
            RealMatrix inverse = inverse(scaled(state.normal, lengths));
            for (int i = 0; i < free.length; i++) {
                for (int j = 0; j < free.length; j++) {
                    all[free[i]][free[j]] = inverse.getEntry(i, j) / lengths[i] / lengths[j];
                }
            }
        }
        return all;
    }

    private static double[] lengths(double[][] normal) {
        double[] lengths = new double[normal.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.max(Math.sqrt(normal[i][i]), 1e-100);
        }
        return lengths;
    }

    private static RealMatrix scaled(double[][] normal, double[] lengths) {
        RealMatrix scaled = new Array2DRowRealMatrix(lengths.length, lengths.length);
        for (int i = 0; i < lengths.length; i++) {
            for (int j = 0; j <= i; j++) {
                double entry = normal[i][j] / lengths[i] / lengths[j];
                scaled.setEntry(i, j, entry);
                scaled.setEntry(j, i, entry);
            }
        }
        return scaled;
    }

    private static RealMatrix inverse(RealMatrix matrix) {
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(matrix);
        double[] values = eigen.getEigenvalues();
        RealMatrix scaledVectors = eigen.getV().copy();
        for (int k = 0; k < values.length; k++) {
            double root = Math.sqrt(Math.max(values[k], FLOOR * values[0]));
            scaledVectors.setColumnVector(k, scaledVectors.getColumnVector(k).mapDivide(root));
        }
        return scaledVectors.multiplyTransposed(scaledVectors);
    }
}
