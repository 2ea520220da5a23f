package org.busbar.optimizers.forest;

import smile.math.special.Erf;

/**
 * The logarithm of how much a point is expected to exceed the best value so far: log(s h(z)), h(z) = phi(z) + z Phi(z),
 * z = (m - best)/s.
 *
 * <p>The logarithm still ranks points whose expected improvement is too small for a double (Ament et al., NeurIPS 2023,
 * arXiv:2310.20708). The standard deviation s is the epistemic one: an optimum must be good on average, and the noise of
 * single measurements, which stays however often they are repeated, makes no point better.
 */
final class ExpectedImprovement {

    /** Where all trees agree, points are ranked by their mean through this deviation, in normal scores. */
    private static final double LEAST_DEVIATION = 1e-6;

    /** Below this z, phi and z Phi cancel each other. */
    private static final double TAIL = -2;

    private static final int FRACTIONS = 100;

    private ExpectedImprovement() {}

    static double log(Prediction prediction, double best) {
        double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(prediction.epistemic()));
        return StrictMath.log(deviation) + logH((prediction.mean() - best) / deviation);
    }

    /** The share of the expected improvement that would vanish if the mean were known to be right. */
    static double exploration(Prediction prediction, double best) {
        double sure = Math.max(0, prediction.mean() - best);
        return Math.max(0, 1 - sure / StrictMath.exp(log(prediction, best)));
    }

    static double logH(double z) {
        return z < TAIL
                ? logDensity(z) + logTail(-z)
                : StrictMath.log(StrictMath.exp(logDensity(z)) + z * cumulative(z));
    }

    /** h(z)/phi(z) = 1 - x R(x), x = -z, with Laplace's continued fraction R(x) = 1/(x + 1/(x + 2/(x + 3/ ...))). */
    private static double logTail(double x) {
        double k = 0;
        for (int i = FRACTIONS; i >= 1; i--) {
            k = i / (x + k);
        }
        return StrictMath.log(k / (x + k));
    }

    private static double logDensity(double z) {
        return -z * z / 2 - StrictMath.log(2 * Math.PI) / 2;
    }

    private static double cumulative(double z) {
        return Erf.erfc(-z / Math.sqrt(2)) / 2;
    }
}
