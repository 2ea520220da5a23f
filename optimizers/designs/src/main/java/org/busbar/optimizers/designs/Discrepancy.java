package org.busbar.optimizers.designs;

/** How unevenly points fill a cube. */
final class Discrepancy {

    /** Beyond so many points only the first ones are looked at. */
    private static final int MOST = 2_000;

    private Discrepancy() {}

    /**
     * The centred L2 discrepancy of points of [0, 1]^d; 0 would be perfectly even. Of more than 2,000 points, that of the
     * first 2,000.
     *
     * <p>F. J. Hickernell, Math. Comput. 67, 299 (1998), doi:10.1090/S0025-5718-98-00894-1.
     */
    static double centred(double[][] points) {
        int n = Math.min(MOST, points.length);
        double single = 0;
        double pairs = 0;
        for (int i = 0; i < n; i++) {
            single += alone(points[i]);
            for (int j = 0; j < n; j++) {
                pairs += together(points[i], points[j]);
            }
        }
        double whole = power(13.0 / 12, points[0].length);
        return Math.sqrt(Math.max(0, whole - 2 * single / n + pairs / n / n));
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }

    private static double alone(double[] x) {
        double product = 1;
        for (double u : x) {
            double z = Math.abs(u - 0.5);
            product *= 1 + 0.5 * z - 0.5 * z * z;
        }
        return product;
    }

    private static double together(double[] x, double[] y) {
        double product = 1;
        for (int k = 0; k < x.length; k++) {
            product *= 1 + 0.5 * Math.abs(x[k] - 0.5) + 0.5 * Math.abs(y[k] - 0.5) - 0.5 * Math.abs(x[k] - y[k]);
        }
        return product;
    }
}
