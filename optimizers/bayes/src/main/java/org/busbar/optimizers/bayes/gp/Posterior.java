package org.busbar.optimizers.bayes.gp;

/**
 * A function that is known up to a normal distribution. Rows are scaled to [0, 1]; values are standardised. Immutable; any
 * thread. Rows of a wrong length or with numbers that are not finite are an IllegalArgumentException.
 */
public interface Posterior {

    /** Length of a row. */
    int columns();

    /** Mean and standard deviation at each row by itself. */
    Moments predict(double[]... rows);

    /** Mean and standard deviation at one row, with slopes. */
    Tangent tangent(double[] row);

    /** The covariances between rows and other rows; those of some rows among each other if both are the same. */
    double[][] covariance(double[][] rows, double[][] others);

    /**
     * The same function after one more measurement, hyper-parameters and mean kept, in O(n²).
     *
     * @param value standardised as the others
     * @param variance of the value, 0 or more; NaN = that of the fitted noise
     */
    Posterior with(double[] row, double value, double variance);
}
