package org.busbar.api;

import java.util.Optional;

/** Says which limit a quantity breaks, in the unit of the limit. */
final class Range {

    /** Conversions and steps round; a value this far outside, relative to the limit, is still on it. */
    private static final double ROUNDING = 1e-9;

    private Range() {}

    static Optional<String> refusal(String name, Quantity given, Unit unit, double min, double max) {
        double value = given.in(unit);
        String said = name + " = " + given + (given.unit().equals(unit) ? "" : " = " + Quantity.of(value, unit.ucum()));
        if (!Double.isFinite(value)) {
            return Optional.of(said + " is not a finite number");
        }
        if (value < min - slack(min)) {
            return Optional.of(said + " is below the limit of " + Quantity.of(min, unit.ucum()));
        }
        if (value > max + slack(max)) {
            return Optional.of(said + " is above the limit of " + Quantity.of(max, unit.ucum()));
        }
        return Optional.empty();
    }

    private static double slack(double limit) {
        return Double.isInfinite(limit) ? 0 : ROUNDING * Math.abs(limit);
    }
}
