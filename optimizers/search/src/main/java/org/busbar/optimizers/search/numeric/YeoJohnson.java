package org.busbar.optimizers.search.numeric;

/**
 * The power transformation for numbers of either sign that brings skewed samples closer to the normal law.
 *
 * <p>I.-K. Yeo, R. A. Johnson, Biometrika 87 (2000) 954, doi:10.1093/biomet/87.4.954. Monotone for every λ; the identity
 * at λ = 1. Standardise the sample first: the transformation depends on its unit.
 *
 * @param lambda the power λ, finite
 */
public record YeoJohnson(double lambda) {

    private static final double LOWEST = -3;
    private static final double HIGHEST = 5;
    private static final int GRID = 40;
    private static final int REFINEMENTS = 40;
    private static final double GOLDEN = 0.6180339887498949;

    /** @throws IllegalArgumentException if λ is not finite */
    public YeoJohnson {
        if (!Double.isFinite(lambda)) {
            throw new IllegalArgumentException("Yeo-Johnson power " + lambda + " is not finite; 1 changes nothing");
        }
    }

    /**
     * The power between -3 and 5 with the largest likelihood of a normal law after the transformation.
     *
     * @param sample finite numbers, best with mean 0 and standard deviation 1
     * @throws IllegalArgumentException if all numbers are equal or there are none
     */
    public static YeoJohnson fit(double[] sample) {
        if (!(Statistics.sd(sample) > 0)) {
            throw new IllegalArgumentException("All " + sample.length
                    + " numbers are equal or one is NaN; the power needs at least two different finite numbers");
        }
        double step = (HIGHEST - LOWEST) / GRID;
        int best = 0;
        for (int i = 1; i <= GRID; i++) {
            best = likelihood(sample, LOWEST + i * step) > likelihood(sample, LOWEST + best * step) ? i : best;
        }
        double low = LOWEST + Math.max(best - 1, 0) * step;
        double high = LOWEST + Math.min(best + 1, GRID) * step;
        return new YeoJohnson(refined(sample, low, high));
    }

    private static double refined(double[] sample, double low, double high) {
        double from = low;
        double to = high;
        for (int k = 0; k < REFINEMENTS; k++) {
            double a = to - GOLDEN * (to - from);
            double b = from + GOLDEN * (to - from);
            boolean left = likelihood(sample, a) > likelihood(sample, b);
            from = left ? from : a;
            to = left ? b : to;
        }
        return (from + to) / 2;
    }

    private static double likelihood(double[] sample, double lambda) {
        YeoJohnson power = new YeoJohnson(lambda);
        double sd = Statistics.sd(power.transform(sample));
        return -sample.length * StrictMath.log(sd) + power.logJacobian(sample);
    }

    /** The transformed number. */
    public double transform(double y) {
        return y >= 0 ? raise(y, lambda) : -raise(-y, 2 - lambda);
    }

    /** The transformed numbers. */
    public double[] transform(double[] sample) {
        double[] transformed = new double[sample.length];
        for (int i = 0; i < sample.length; i++) {
            transformed[i] = transform(sample[i]);
        }
        return transformed;
    }

    /** The number that is transformed to this one; an infinity for numbers beyond what the transformation reaches. */
    public double inverse(double transformed) {
        return transformed >= 0 ? lower(transformed, lambda) : -lower(-transformed, 2 - lambda);
    }

    /** ln of the derivative of the transformation. */
    public double logSlope(double y) {
        double size = StrictMath.log1p(Math.abs(y));
        return (lambda - 1) * (y >= 0 ? size : -size);
    }

    /** Sum of {@link #logSlope}: to be added to a log-likelihood of transformed numbers to compare transformations. */
    public double logJacobian(double[] sample) {
        double sum = 0;
        for (double y : sample) {
            sum += logSlope(y);
        }
        return sum;
    }

    private static double raise(double y, double power) {
        double log = StrictMath.log1p(y);
        return power == 0 ? log : StrictMath.expm1(power * log) / power;
    }

    private static double lower(double t, double power) {
        if (power == 0) {
            return StrictMath.expm1(t);
        }
        double base = power * t;
        return base <= -1 ? Double.POSITIVE_INFINITY : StrictMath.expm1(StrictMath.log1p(base) / power);
    }
}
