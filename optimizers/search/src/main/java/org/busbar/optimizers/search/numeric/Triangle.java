package org.busbar.optimizers.search.numeric;

/**
 * The cubic loops behind {@link Cholesky}.
 *
 * <p>All are built on one step, taking four scaled rows from a row, which the just-in-time compiler turns into vector
 * instructions: sums along rows stay in a fixed order, so results do not depend on the width of the machine's vectors.
 */
final class Triangle {

    private static final int WIDTH = 32;
    private static final double EPSILON = Math.ulp(1.0);

    private Triangle() {}

    /** Turns the upper triangle of A into Lᵀ in place; returns -1, or the first row whose pivot is not positive. */
    static int factorise(double[][] a) {
        int n = a.length;
        for (int j = 0; j < n; j++) {
            double diagonal = a[j][j];
            int k = 0;
            for (; k + 4 <= j; k += 4) {
                take(a[j], j, n, a[k][j], a[k], a[k + 1][j], a[k + 1], a[k + 2][j], a[k + 2], a[k + 3][j], a[k + 3]);
            }
            for (; k < j; k++) {
                take(a[j], j, n, a[k][j], a[k]);
            }
            if (!(a[j][j] > EPSILON * n * diagonal) || a[j][j] == Double.POSITIVE_INFINITY) {
                return j;
            }
            scale(a[j], j, n, Math.sqrt(a[j][j]));
        }
        return -1;
    }

    /** L⁻¹b for rows b, L by its rows, in blocks that fit the cache, each turned so that the right-hand sides lie side by side. */
    static double[][] forward(double[][] lower, double[][] rows) {
        int n = lower.length;
        double[][] solved = new double[rows.length][n];
        double[][] block = new double[n][WIDTH];
        for (int from = 0; from < rows.length; from += WIDTH) {
            int width = Math.min(WIDTH, rows.length - from);
            for (int c = 0; c < width; c++) {
                for (int i = 0; i < n; i++) {
                    block[i][c] = rows[from + c][i];
                }
            }
            solve(lower, block);
            for (int c = 0; c < width; c++) {
                for (int i = 0; i < n; i++) {
                    solved[from + c][i] = block[i][c];
                }
            }
        }
        return solved;
    }

    private static void solve(double[][] lower, double[][] y) {
        for (int i = 0; i < y.length; i++) {
            double[] l = lower[i];
            int k = 0;
            for (; k + 4 <= i; k += 4) {
                take(y[i], 0, WIDTH, l[k], y[k], l[k + 1], y[k + 1], l[k + 2], y[k + 2], l[k + 3], y[k + 3]);
            }
            for (; k < i; k++) {
                take(y[i], 0, WIDTH, l[k], y[k]);
            }
            scale(y[i], 0, WIDTH, l[i]);
        }
    }

    /** L⁻¹ as rows, lower triangular. */
    static double[][] inverse(double[][] u) {
        int n = u.length;
        double[][] w = new double[n][n];
        for (int i = 0; i < n; i++) {
            int k = 0;
            for (; k + 4 <= i; k += 4) {
                take(
                        w[i],
                        0,
                        k + 4,
                        u[k][i],
                        w[k],
                        u[k + 1][i],
                        w[k + 1],
                        u[k + 2][i],
                        w[k + 2],
                        u[k + 3][i],
                        w[k + 3]);
            }
            for (; k < i; k++) {
                take(w[i], 0, k + 1, u[k][i], w[k]);
            }
            w[i][i] = 1;
            scale(w[i], 0, i + 1, u[i][i]);
        }
        return w;
    }

    /** WᵀW of a lower triangular W. */
    static double[][] squared(double[][] w) {
        int n = w.length;
        double[][] square = new double[n][n];
        for (int a = 0; a < n; a++) {
            int r = a;
            for (; r + 4 <= n; r += 4) {
                take(
                        square[a],
                        0,
                        a + 1,
                        -w[r][a],
                        w[r],
                        -w[r + 1][a],
                        w[r + 1],
                        -w[r + 2][a],
                        w[r + 2],
                        -w[r + 3][a],
                        w[r + 3]);
            }
            for (; r < n; r++) {
                take(square[a], 0, a + 1, -w[r][a], w[r]);
            }
            for (int b = 0; b < a; b++) {
                square[b][a] = square[a][b];
            }
        }
        return square;
    }

    private static void take(double[] from, int low, int high, double a, double[] x) {
        for (int i = low; i < high; i++) {
            from[i] -= a * x[i];
        }
    }

    private static void take(
            double[] from,
            int low,
            int high,
            double a,
            double[] x,
            double b,
            double[] y,
            double c,
            double[] z,
            double d,
            double[] w) {
        for (int i = low; i < high; i++) {
            from[i] -= (a * x[i] + b * y[i]) + (c * z[i] + d * w[i]);
        }
    }

    private static void scale(double[] row, int low, int high, double divisor) {
        for (int i = low; i < high; i++) {
            row[i] /= divisor;
        }
    }
}
