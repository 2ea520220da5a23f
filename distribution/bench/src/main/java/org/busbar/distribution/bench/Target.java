package org.busbar.distribution.bench;

import java.util.function.DoublePredicate;

/**
 * What a median should be.
 *
 * @param text for people, empty if there is no target
 */
record Target(String text, DoublePredicate met) {

    static final Target NONE = new Target("", median -> true);

    static Target atMost(double limit, String unit) {
        return new Target("<= " + Measurements.number(limit) + " " + unit, median -> median <= limit);
    }

    static Target atLeast(double limit, String unit) {
        return new Target(">= " + Measurements.number(limit) + " " + unit, median -> median >= limit);
    }
}
