package org.busbar.analyses.gitt;

import java.util.Optional;

/**
 * Coefficients of columns whose sum is nearest to given numbers, by orthogonalisation (Gram-Schmidt, twice).
 *
 * @param coefficients one per column
 * @param roots standard error of each coefficient for noise of standard deviation 1
 * @param residuals what is left
 */
record LeastSquares(double[] coefficients, double[] roots, double[] residuals) {

    private static final double DEPENDENT = 1e-10;

    /** The nearest sum; empty if the columns depend on each other. */
    static Optional<LeastSquares> of(double[] wanted, double[]... columns) {
        int p = columns.length;
        double[][] q = new double[p][];
        double[][] r = new double[p][p];
        double[] left = wanted.clone();
        double[] projected = new double[p];
        for (int j = 0; j < p; j++) {
            q[j] = columns[j].clone();
            if (!orthonormal(q, r, j)) {
                return Optional.empty();
            }
            projected[j] = remove(left, q[j]);
        }
        return Optional.of(new LeastSquares(solved(r, projected), errors(r), left));
    }

    /** Sum of squared residuals. */
    double misfit() {
        return dot(residuals, residuals);
    }

    private static boolean orthonormal(double[][] q, double[][] r, int j) {
        double before = Math.sqrt(dot(q[j], q[j]));
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < j; k++) {
                r[k][j] += remove(q[j], q[k]);
            }
        }
        r[j][j] = Math.sqrt(dot(q[j], q[j]));
        for (int i = 0; i < q[j].length; i++) {
            q[j][i] /= r[j][j];
        }
        return r[j][j] > DEPENDENT * before;
    }

    private static double remove(double[] from, double[] unit) {
        double part = dot(from, unit);
        for (int i = 0; i < from.length; i++) {
            from[i] -= part * unit[i];
        }
        return part;
    }

    private static double[] solved(double[][] r, double[] right) {
        double[] x = right.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= r[i][k] * x[k];
            }
            x[i] /= r[i][i];
        }
        return x;
    }

    private static double[] errors(double[][] r) {
        double[] squares = new double[r.length];
        for (int j = 0; j < r.length; j++) {
            double[] unit = new double[r.length];
            unit[j] = 1;
            double[] column = solved(r, unit);
            for (int i = 0; i < r.length; i++) {
                squares[i] += column[i] * column[i];
            }
        }
        for (int i = 0; i < r.length; i++) {
            squares[i] = Math.sqrt(squares[i]);
        }
        return squares;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
