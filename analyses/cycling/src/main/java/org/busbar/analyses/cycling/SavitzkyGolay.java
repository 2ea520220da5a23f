package org.busbar.analyses.cycling;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * First derivative of equally spaced values: that of the polynomial fitted by least squares to the values around each
 * one (A. Savitzky, M. J. E. Golay, Anal. Chem. 36, 1627, 1964; doi 10.1021/ac60214a047). The values near the ends use
 * the polynomial of the first and of the last window.
 */
final class SavitzkyGolay {

    private final int reach;
    private final double[][] weights;

    /**
     * A filter over {@code window} points, odd, by polynomials of that order, from 1 to {@code window - 1}.
     *
     * @throws IllegalArgumentException if these do not fit each other
     */
    SavitzkyGolay(int window, int order) {
        if (window % 2 == 0 || order >= window) {
            throw new IllegalArgumentException("Savitzky-Golay: window = " + window + " points and order = " + order
                    + " do not fit; give an odd window above the order");
        }
        this.reach = window / 2;
        this.weights = weights(window, order);
    }

    /** The derivative at each point, per {@code spacing}; {@code values} are at least as many as the window. */
    double[] derivative(double[] values, double spacing) {
        double[] derivative = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int centre = Math.min(Math.max(i, reach), values.length - 1 - reach);
            double[] weight = weights[i - centre + reach];
            double sum = 0;
            for (int k = 0; k < weight.length; k++) {
                sum += weight[k] * values[centre - reach + k];
            }
            derivative[i] = sum / spacing;
        }
        return derivative;
    }

    /** A row for each place in the window. */
    private static double[][] weights(int window, int order) {
        int reach = window / 2;
        RealMatrix powers = new Array2DRowRealMatrix(window, order + 1);
        RealMatrix slopes = new Array2DRowRealMatrix(window, order + 1);
        for (int row = 0; row < window; row++) {
            double at = (row - reach) / (double) reach;
            for (int j = 0; j <= order; j++) {
                powers.setEntry(row, j, Math.pow(at, j));
                slopes.setEntry(row, j, j == 0 ? 0 : j * Math.pow(at, j - 1) / reach);
            }
        }
        return slopes.multiply(new QRDecomposition(powers).getSolver().getInverse())
                .getData();
    }
}
