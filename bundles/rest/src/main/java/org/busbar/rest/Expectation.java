package org.busbar.rest;

import org.busbar.api.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What was expected of a value before it was measured.
 *
 * @param expected with one standard deviation; null if nothing was
 * @param error measured less expected, in the unit of what was measured; NaN if one of them is missing
 * @param score the error over its standard deviation, that of the measurement included where known; NaN if not known
 * @param logDensity the logarithm of the density that was expected where the value came, which is normal; more is better
 */
record Expectation(String by, @Nullable Quantity expected, double error, double score, double logDensity) {

    static Expectation of(String by, @Nullable Quantity expected, @Nullable Quantity measured) {
        if (expected == null || measured == null || !expected.unit().measuresSameAs(measured.unit())) {
            return new Expectation(by, expected, Double.NaN, Double.NaN, Double.NaN);
        }
        Quantity same = expected.to(measured.unit());
        double error = measured.value() - same.value();
        double noise = Double.isNaN(measured.uncertainty()) ? 0 : measured.uncertainty();
        double deviation = Math.hypot(same.uncertainty(), noise);
        if (!(deviation > 0)) {
            return new Expectation(by, expected, error, Double.NaN, Double.NaN);
        }
        double score = error / deviation;
        double density = -0.5 * score * score - Math.log(deviation) - 0.5 * Math.log(2 * Math.PI);
        return new Expectation(by, expected, error, score, density);
    }

    /** Whether it can be said how well it was expected. */
    boolean isScored() {
        return !Double.isNaN(logDensity);
    }
}
