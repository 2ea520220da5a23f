package org.busbar.analyses.gitt;

/**
 * How far the surface of a sphere is ahead of its mean after a constant flux of duration &theta; = D t/R<sup>2</sup>.
 *
 * <p>F(&theta;) = 3 &theta; + 1/5 - 2 &sum; exp(-l<sub>n</sub><sup>2</sup> &theta;)/l<sub>n</sub><sup>2</sup>, tan
 * l<sub>n</sub> = l<sub>n</sub>, is the concentration at the surface in units of j R/D (J. Crank, The Mathematics of
 * Diffusion, 2nd ed. 1975, eq. 6.45). The lead is F - 3 &theta;. Below {@link #SHORT} the expansion for short times,
 * F = exp(&theta;) erfc(-&radic;&theta;) - 1, differs by less than exp(-1/&theta;) and needs no roots.
 *
 * @param lead F - 3 &theta;, from 0 to 1/5
 * @param slope the derivative of the lead with respect to ln &theta;
 */
record SphereResponse(double lead, double slope) {

    /** From here on the lead is 1/5 to the last bit. */
    static final double SETTLED = 2.5;

    private static final double SHORT = 0.03;
    /** exp of less than this, negative, is below the last bit. */
    private static final double NOTHING = 40;

    private static final int POWERS = 20;
    private static final int ROOTS = 13;
    private static final double[] RECIPROCAL_GAMMA = reciprocalGamma();
    private static final double[] SQUARED_ROOTS = squaredRoots();
    private static final SphereResponse NONE = new SphereResponse(0, 0);
    private static final SphereResponse FULL = new SphereResponse(0.2, 0);

    /** The response at {@code theta}, 0 or more. */
    static SphereResponse at(double theta) {
        if (theta <= 0) {
            return NONE;
        }
        if (theta >= SETTLED) {
            return FULL;
        }
        return theta < SHORT ? early(theta) : late(theta);
    }

    private static SphereResponse early(double theta) {
        double root = Math.sqrt(theta);
        double sum = 0;
        double derivative = 0;
        for (int n = POWERS; n > 0; n--) {
            sum = (sum + RECIPROCAL_GAMMA[n]) * root;
            derivative = (derivative + 0.5 * n * RECIPROCAL_GAMMA[n]) * root;
        }
        return new SphereResponse(sum - 3 * theta, derivative - 3 * theta);
    }

    private static SphereResponse late(double theta) {
        double sum = 0;
        double derivative = 0;
        for (double square : SQUARED_ROOTS) {
            if (square * theta > NOTHING) {
                break;
            }
            double decay = Math.exp(-square * theta);
            sum += decay / square;
            derivative += decay;
        }
        return new SphereResponse(0.2 - 2 * sum, 2 * theta * derivative);
    }

    /** 1/&Gamma;(n/2 + 1). */
    private static double[] reciprocalGamma() {
        double[] values = new double[POWERS + 1];
        values[0] = 1;
        values[1] = 2 / Math.sqrt(Math.PI);
        for (int n = 2; n <= POWERS; n++) {
            values[n] = values[n - 2] / (0.5 * n);
        }
        return values;
    }

    private static double[] squaredRoots() {
        double[] squares = new double[ROOTS];
        for (int n = 0; n < ROOTS; n++) {
            double asymptote = (n + 1.5) * Math.PI;
            double root = asymptote;
            for (int i = 0; i < 20; i++) {
                root = asymptote - StrictMath.atan(1 / root);
            }
            squares[n] = root * root;
        }
        return squares;
    }
}
