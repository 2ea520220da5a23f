package org.busbar.optimizers.bayes.acquire;

import org.busbar.optimizers.search.numeric.Normal;

/**
 * The logarithm of the expected improvement on the best so far.
 *
 * <p>With z = (mean - best)/deviation it is ln(deviation) + ln(φ(z) + zΦ(z)), which tells points apart where the expected
 * improvement itself is 0 in doubles. Source: S. Ament et al., Unexpected Improvements to Expected Improvement, NeurIPS
 * 2023, arXiv 2310.20708.
 *
 * @param best what is to be improved on, in the unit of the means
 */
public record Improvement(double best) implements Score {

    /** Beyond, the deviation does not show in the improvement any more. */
    private static final double CERTAIN = 1e8;

    private static final double HOPELESS = -1e150;

    @Override
    public double at(double mean, double deviation) {
        return log(mean, deviation, best);
    }

    @Override
    public double[] partials(double mean, double deviation) {
        double z = (mean - best) / deviation;
        if (!(deviation > 0) || z > CERTAIN) {
            return new double[] {mean > best ? 1 / (mean - best) : 0, 0};
        }
        if (z < HOPELESS) {
            return new double[2];
        }
        return new double[] {Normal.cdfOverH(z) / deviation, Normal.phiOverH(z) / deviation};
    }

    /**
     * The logarithm of the expected improvement.
     *
     * @param deviation standard deviation, 0 or more; at 0 the improvement is certain, or there is none
     * @return minus infinity where no improvement is possible; never NaN for finite numbers
     */
    public static double log(double mean, double deviation, double best) {
        double gain = mean - best;
        double z = gain / deviation;
        if (!(deviation > 0) || z > CERTAIN) {
            return gain > 0 ? StrictMath.log(gain) : Double.NEGATIVE_INFINITY;
        }
        return z < HOPELESS ? Double.NEGATIVE_INFINITY : StrictMath.log(deviation) + Normal.logH(z);
    }

    /**
     * The share of the expected improvement that would vanish if what is expected were certain.
     *
     * @return from 0 (only to use what is known) to 1 (only to learn); 0 where nothing is unknown
     */
    public static double exploration(double mean, double deviation, double best) {
        if (!(deviation > 0)) {
            return 0;
        }
        double gain = mean - best;
        if (gain <= 0) {
            return 1;
        }
        double certain = StrictMath.exp(StrictMath.log(gain) - log(mean, deviation, best));
        return Math.max(0, 1 - certain);
    }
}
