package org.busbar.distribution.bench.studies.product;

/**
 * What a surrogate expects at a row, in the unit of the values it was taught.
 *
 * @param deviation one standard deviation, the noise of a measurement included
 * @param abstains whether it says that it does not know: only {@code polynomial} does
 */
public record Expectation(double mean, double deviation, boolean abstains) {

    private static final double NORMAL = 1.959963984540054; // covers 95 %

    /** Where the interval of 95 % begins, as if normally distributed. */
    public double low() {
        return mean - NORMAL * deviation;
    }

    /** Where it ends. */
    public double high() {
        return mean + NORMAL * deviation;
    }

    /** Whether a value lies within it. */
    public boolean covers(double value) {
        return value >= low() && value <= high();
    }
}
