package org.busbar.analyses.eis.fit;

/** Solves small positive definite systems without allocating. */
final class Cholesky {

    private Cholesky() {}

    /**
     * Solves A x = b.
     *
     * @param a lower triangle of A; overwritten
     * @param b becomes x
     * @return false if A is not positive definite; then {@code b} holds nothing of use
     */
    static boolean solve(double[][] a, double[] b) {
        if (!decompose(a)) {
            return false;
        }
        forward(a, b);
        backward(a, b);
        return true;
    }

    private static boolean decompose(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                if (i == j && !(sum > 0)) {
                    return false;
                }
                a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
            }
        }
        return true;
    }

    private static void forward(double[][] a, double[] b) {
        for (int i = 0; i < b.length; i++) {
            for (int k = 0; k < i; k++) {
                b[i] -= a[i][k] * b[k];
            }
            b[i] /= a[i][i];
        }
    }

    private static void backward(double[][] a, double[] b) {
        for (int i = b.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < b.length; k++) {
                b[i] -= a[k][i] * b[k];
            }
            b[i] /= a[i][i];
        }
    }
}
