package org.busbar.optimizers.search.numeric;

/** Chebyshev series over the half line in t = (x - k)/(x + k), as M. M. Shepherd and J. G. Laframboise used it. */
final class Chebyshev {

    private final double[] coefficients;
    private final double centre;

    Chebyshev(double centre, double... coefficients) {
        this.centre = centre;
        this.coefficients = coefficients;
    }

    /** The sum at x >= 0, by Clenshaw's recurrence. */
    double at(double x) {
        double twice = 2 * (1 - 2 * (centre / (x + centre)));
        double next = 0;
        double afterNext = 0;
        for (int i = coefficients.length - 1; i > 0; i--) {
            double sum = twice * next - afterNext + coefficients[i];
            afterNext = next;
            next = sum;
        }
        return twice / 2 * next - afterNext + coefficients[0];
    }
}
