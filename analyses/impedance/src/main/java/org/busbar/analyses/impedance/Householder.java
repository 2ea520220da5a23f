package org.busbar.analyses.impedance;

/**
 * Linear least squares by Householder reflections (G. Golub, Numer. Math. 7, 206, 1965; doi 10.1007/BF01436075).
 *
 * <p>Columns are rows of the array, so that the inner loops run along memory.
 */
final class Householder {

    /** Below this part of the largest pivot a column depends on those before it and gets the coefficient 0. */
    private static final double DEPENDENT = 1e-14;

    private final double[][] columns;
    private final double[] target;
    private final double[] pivots;

    private Householder(double[][] columns, double[] target) {
        this.columns = columns;
        this.target = target;
        this.pivots = new double[columns.length];
    }

    /** The factor, with the target in its basis. Overwrites both arguments; see {@link #solve(double[][], double[])}. */
    static Householder of(double[][] columns, double[] target) {
        Householder factor = new Householder(columns, target);
        for (int k = 0; k < columns.length; k++) {
            factor.reflect(k);
        }
        return factor;
    }

    /**
     * The coefficients with the smallest sum of squares of target - sum of coefficient times column. Overwrites both
     * arguments.
     *
     * @param columns as long as {@code target}, not more than that
     */
    static double[] solve(double[][] columns, double[] target) {
        return of(columns, target).first(columns.length);
    }

    /** The coefficients of the first {@code count} columns where the others are left out. */
    double[] first(int count) {
        double[] x = new double[count];
        double least = DEPENDENT * largestPivot();
        for (int k = x.length - 1; k >= 0; k--) {
            double rest = target[k];
            for (int j = k + 1; j < x.length; j++) {
                rest -= columns[j][k] * x[j];
            }
            x[k] = Math.abs(pivots[k]) > least ? rest / pivots[k] : 0;
        }
        return x;
    }

    private void reflect(int k) {
        double[] v = columns[k];
        double norm = Math.sqrt(product(v, v, k));
        pivots[k] = v[k] > 0 ? -norm : norm;
        if (norm == 0) {
            return;
        }
        v[k] -= pivots[k];
        double scale = -1 / (pivots[k] * v[k]);
        for (int j = k + 1; j < columns.length; j++) {
            subtract(v, columns[j], k, scale);
        }
        subtract(v, target, k, scale);
    }

    private static void subtract(double[] v, double[] w, int from, double scale) {
        double factor = scale * product(v, w, from);
        for (int i = from; i < v.length; i++) {
            w[i] -= factor * v[i];
        }
    }

    /** Four sums at a time, since one after the other each addition waits for the last. */
    private static double product(double[] v, double[] w, int from) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < v.length; i += 4) {
            a += v[i] * w[i];
            b += v[i + 1] * w[i + 1];
            c += v[i + 2] * w[i + 2];
            d += v[i + 3] * w[i + 3];
        }
        for (; i < v.length; i++) {
            a += v[i] * w[i];
        }
        return (a + b) + (c + d);
    }

    private double largestPivot() {
        double largest = 0;
        for (double pivot : pivots) {
            largest = Math.max(largest, Math.abs(pivot));
        }
        return largest;
    }
}
