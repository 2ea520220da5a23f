package org.busbar.analyses.importance;

/**
 * Least squares with a penalty on the sum of the magnitudes: the coefficients b with the smallest 1/2 b^T G b - c^T b +
 * lambda |b|, one coordinate after the other (J. Friedman, T. Hastie, R. Tibshirani, J. Stat. Softw. 33(1), 2010, doi
 * 10.18637/jss.v033.i01).
 *
 * @param products G: mean products of the standardised inputs; its diagonal is 1, or 0 for an input that does not vary
 * @param withOutput c: mean products with the output
 */
record CoordinateDescent(double[][] products, double[] withOutput) {

    private static final double SMALL = 1e-7;
    private static final int MOST_SWEEPS = 20_000;

    /** Mean products of the columns of {@code scaled}, standardised with the number of rows as divisor. */
    static CoordinateDescent of(double[][] columns, double[] y) {
        double[][] products = new double[columns.length][columns.length];
        double[] withOutput = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            for (int k = 0; k <= j; k++) {
                products[j][k] = product(columns[j], columns[k]);
                products[k][j] = products[j][k];
            }
            withOutput[j] = product(columns[j], y);
        }
        return new CoordinateDescent(products, withOutput);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum / a.length;
    }

    /**
     * Changes {@code b} into the solution.
     *
     * @return whether the last sweep over all coefficients changed none by more than 1e-7
     */
    boolean solve(double lambda, double[] b) throws InterruptedException {
        double[] slopes = slopes(b);
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            Forest.requireUninterrupted();
            if (sweep(lambda, b, slopes, false) < SMALL) {
                return true;
            }
            while (sweep < MOST_SWEEPS && sweep(lambda, b, slopes, true) >= SMALL) {
                sweep++;
            }
        }
        return false;
    }

    /** c - G b. */
    private double[] slopes(double[] b) {
        double[] slopes = withOutput.clone();
        for (int j = 0; j < b.length; j++) {
            move(slopes, j, b[j]);
        }
        return slopes;
    }

    private void move(double[] slopes, int j, double by) {
        double[] row = products[j];
        for (int k = 0; by != 0 && k < slopes.length; k++) {
            slopes[k] -= by * row[k];
        }
    }

    /** The largest change; {@code active} leaves out the coefficients that are 0. */
    private double sweep(double lambda, double[] b, double[] slopes, boolean active) {
        double largest = 0;
        for (int j = 0; j < b.length; j++) {
            if (products[j][j] == 0 || active && b[j] == 0) {
                continue;
            }
            double better = shrunk(lambda, slopes[j] + products[j][j] * b[j]) / products[j][j];
            double by = better - b[j];
            move(slopes, j, by);
            b[j] = better;
            largest = Math.max(largest, Math.abs(by));
        }
        return largest;
    }

    private static double shrunk(double lambda, double value) {
        return Math.signum(value) * Math.max(0, Math.abs(value) - lambda);
    }
}
