package org.busbar.optimizers.bayes.acquire;

/**
 * Lower triangle L of a covariance A = LLᵀ that need not be definite: what follows from the rows before it, such as a
 * value known exactly or a row given twice, gets a column of zeros. Immutable.
 *
 * <p>The algorithm is Cholesky's, O(n³/3).
 */
final class Root {

    /** Variances of values about 1 that are no larger than this are rounding errors. */
    private static final double ROUNDING = 1e-11;

    private final double[][] lower;

    private Root(double[][] lower) {
        this.lower = lower;
    }

    /** @param covariance symmetric; only its lower triangle is read */
    static Root of(double[][] covariance) {
        double[][] lower = new double[covariance.length][];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                double rest = covariance[i][j] - dot(lower[i], lower[j], j);
                lower[i][j] = lower[j][j] == 0 ? 0 : rest / lower[j][j];
            }
            double pivot = covariance[i][i] - dot(lower[i], lower[i], i);
            lower[i][i] = pivot > ROUNDING * (1 + covariance[i][i]) ? Math.sqrt(pivot) : 0;
        }
        return new Root(lower);
    }

    int size() {
        return lower.length;
    }

    /** L z: normal numbers become values that vary together. */
    double[] times(double[] z) {
        double[] product = new double[size()];
        for (int i = 0; i < product.length; i++) {
            product[i] = dot(lower[i], z, i + 1);
        }
        return product;
    }

    /** L⁻¹ b, with zeros where L has none. */
    double[] forward(double[] b) {
        double[] solved = new double[size()];
        for (int i = 0; i < solved.length; i++) {
            double rest = b[i] - dot(lower[i], solved, i);
            solved[i] = lower[i][i] == 0 ? 0 : rest / lower[i][i];
        }
        return solved;
    }

    /** L⁻ᵀ b, with zeros where L has none. */
    double[] backward(double[] b) {
        double[] rest = b.clone();
        for (int i = size() - 1; i >= 0; i--) {
            rest[i] = lower[i][i] == 0 ? 0 : rest[i] / lower[i][i];
            for (int j = 0; j < i; j++) {
                rest[j] -= lower[i][j] * rest[i];
            }
        }
        return rest;
    }

    /** Σ a_i b_i over the first numbers. */
    static double dot(double[] a, double[] b, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
