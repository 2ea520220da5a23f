package org.busbar.optimizers.search.numeric;

import java.util.Arrays;

/**
 * The lower triangular factor L of a symmetric positive definite matrix A = L Lᵀ, and what is solved with it.
 *
 * <p>Immutable. Matrices are arrays of rows. A matrix that is singular within rounding gets a small number added to its
 * diagonal, so A is to be scaled to a diagonal of about 1. Kept as rows of Lᵀ, so that all inner loops run along arrays.
 */
public final class Cholesky {

    private static final double[] JITTERS = {0, 1e-10, 1e-8, 1e-6, 1e-4};
    private static final double EPSILON = Math.ulp(1.0);

    /** Row j holds column j of L from element j on; elements before j are 0. */
    private final double[][] upper;

    private final double jitter;

    private Cholesky(double[][] upper, double jitter) {
        this.upper = upper;
        this.jitter = jitter;
    }

    /**
     * Factorises a matrix, with the first jitter of 0, 1e-10, 1e-8, 1e-6, 1e-4 on the diagonal that makes it possible.
     *
     * @param a n rows; only the lower triangle is read, rows may be as short as that; not changed or kept
     * @throws IllegalArgumentException if a row is too short, or if the largest jitter does not help; it names the row
     */
    public static Cholesky of(double[][] a) {
        int failed = 0;
        for (double jitter : JITTERS) {
            double[][] upper = upper(a, jitter);
            failed = Triangle.factorise(upper);
            if (failed < 0) {
                return new Cholesky(upper, jitter);
            }
        }
        throw new IllegalArgumentException(
                "Row " + failed + " of the " + a.length + " rows of the matrix is, within rounding, a"
                        + " combination of the rows before it, or not a number, even with 1e-4 added to the diagonal; drop"
                        + " duplicated rows or add noise");
    }

    private static double[][] upper(double[][] a, double jitter) {
        double[][] upper = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            if (a[i].length <= i) {
                throw new IllegalArgumentException(
                        "Row " + i + " of the matrix has " + a[i].length + " elements; it needs at least " + (i + 1));
            }
            for (int j = 0; j <= i; j++) {
                upper[j][i] = a[i][j];
            }
            upper[i][i] += jitter;
        }
        return upper;
    }

    /** The number n of rows. */
    public int size() {
        return upper.length;
    }

    /** What was added to the diagonal, 0 if nothing; after {@link #append} the largest for any row. */
    public double jitter() {
        return jitter;
    }

    /** ln det A, the jitter included. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < upper.length; i++) {
            sum += StrictMath.log(upper[i][i]);
        }
        return 2 * sum;
    }

    /** Row i of L, its i + 1 elements up to the diagonal. */
    public double[] row(int i) {
        double[] row = new double[i + 1];
        for (int j = 0; j <= i; j++) {
            row[j] = upper[j][i];
        }
        return row;
    }

    /** A⁻¹b. */
    public double[] solve(double[] b) {
        return backward(forward(b));
    }

    /** L⁻¹b. */
    public double[] forward(double[] b) {
        double[] y = checked(b).clone();
        for (int j = 0; j < y.length; j++) {
            double[] column = upper[j];
            y[j] /= column[j];
            double factor = y[j];
            for (int i = j + 1; i < y.length; i++) {
                y[i] -= factor * column[i];
            }
        }
        return y;
    }

    /**
     * L⁻¹b for many b at once, faster than one by one; the last bits may differ from {@link #forward(double[])}.
     *
     * @param columnsAsRows each row one right-hand side of n elements; not changed
     * @return as many rows, each the solution of its right-hand side; equal right-hand sides have equal solutions
     */
    public double[][] forward(double[][] columnsAsRows) {
        for (double[] b : columnsAsRows) {
            checked(b);
        }
        double[][] lower = new double[upper.length][];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = row(i);
        }
        return Triangle.forward(lower, columnsAsRows);
    }

    /** L⁻ᵀb. */
    public double[] backward(double[] b) {
        double[] x = checked(b).clone();
        for (int i = x.length - 1; i >= 0; i--) {
            double[] row = upper[i];
            double sum = x[i];
            for (int j = i + 1; j < x.length; j++) {
                sum -= row[j] * x[j];
            }
            x[i] = sum / row[i];
        }
        return x;
    }

    /** L z: turns independent standard normal numbers into ones of covariance A. */
    public double[] multiply(double[] z) {
        checked(z);
        double[] product = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            for (int i = j; i < z.length; i++) {
                product[i] += upper[j][i] * z[j];
            }
        }
        return product;
    }

    /** A⁻¹, exactly symmetric. */
    public double[][] inverse() {
        return Triangle.squared(Triangle.inverse(upper));
    }

    /**
     * The factor of the matrix with one more row and column, in O(n²).
     *
     * @param row the n elements left of the diagonal
     * @param diagonal the new diagonal element; the jitter of this factor, or if need be a larger one, is added to it
     * @throws IllegalArgumentException if the row is a combination of the others even with 1e-4 added
     */
    public Cholesky append(double[] row, double diagonal) {
        double[] left = forward(row);
        double rest = diagonal - Vectors.dot(left, left);
        for (double added : JITTERS) {
            if (added >= jitter && rest + added > EPSILON * (row.length + 1) * diagonal) {
                return new Cholesky(grown(left, Math.sqrt(rest + added)), added);
            }
        }
        throw new IllegalArgumentException(
                "The new row " + row.length + " is, within rounding, a combination of the rows before"
                        + " it, or not a number, even with 1e-4 added to its diagonal " + diagonal
                        + "; drop duplicated rows or add noise");
    }

    private double[][] grown(double[] left, double corner) {
        int n = upper.length;
        double[][] grown = new double[n + 1][];
        for (int j = 0; j < n; j++) {
            grown[j] = Arrays.copyOf(upper[j], n + 1);
            grown[j][n] = left[j];
        }
        grown[n] = new double[n + 1];
        grown[n][n] = corner;
        return grown;
    }

    private double[] checked(double[] b) {
        if (b.length != upper.length) {
            throw new IllegalArgumentException("A vector of " + b.length + " elements does not fit a matrix of "
                    + upper.length + " rows; give as many elements as rows");
        }
        return b;
    }
}
