package org.busbar.optimizers.bayes.acquire;

import org.busbar.optimizers.search.numeric.Normal;

/** Sums and differences, mostly of numbers of which only the logarithms are known. Minus infinity stands for 0. */
final class Logs {

    private static final double LN_TWO = 0.6931471805599453;
    /** An interval so narrow that the density hardly bends over it. */
    private static final double NARROW = 1e-4;

    private Logs() {}

    /** ln Σ exp(a_i) of the first {@code count} numbers; minus infinity of none. */
    static double sum(double[] a, int count) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, a[i]);
        }
        if (Double.isInfinite(most)) {
            return most;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += StrictMath.exp(a[i] - most);
        }
        return most + StrictMath.log(sum);
    }

    /** Σ a_i, in this order and without compensation, so that every Java gives the same bits. */
    static double total(double[] a) {
        double total = 0;
        for (double one : a) {
            total += one;
        }
        return total;
    }

    /** ln (1/n Σ exp(a_i)). */
    static double mean(double[] a) {
        return sum(a, a.length) - StrictMath.log(a.length);
    }

    /** ln(exp(a) - exp(b)); minus infinity unless a exceeds b. */
    static double difference(double a, double b) {
        if (!(a > b)) {
            return Double.NEGATIVE_INFINITY;
        }
        double x = b - a;
        return a + (x > -LN_TWO ? StrictMath.log(-StrictMath.expm1(x)) : StrictMath.log1p(-StrictMath.exp(x)));
    }

    /** ln(Φ(high) - Φ(low)), accurate in both tails; minus infinity unless high exceeds low. */
    static double mass(double low, double high) {
        if (low > 0) {
            return mass(-high, -low);
        }
        if (low == Double.NEGATIVE_INFINITY) {
            return cdf(high);
        }
        if (high == Double.POSITIVE_INFINITY) {
            return cdf(-low);
        }
        double width = high - low;
        double middle = low + width / 2;
        if (width > 0 && width * Math.max(1, Math.abs(middle)) < NARROW) {
            double bend = width * width * (middle * middle - 1) / 24;
            return Normal.logPdf(middle) + StrictMath.log(width) + StrictMath.log1p(bend);
        }
        return difference(cdf(high), cdf(low));
    }

    /** ln Φ(z), also where z is infinite or its square is not a double. */
    static double cdf(double z) {
        if (z < -1e150) {
            return Double.NEGATIVE_INFINITY;
        }
        return z > 1e150 ? 0 : Normal.logCdf(z);
    }
}
