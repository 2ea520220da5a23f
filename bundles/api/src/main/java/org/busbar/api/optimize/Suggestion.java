package org.busbar.api.optimize;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.busbar.api.Values;

/**
 * A point to try next, and why.
 *
 * @param expected what each objective is expected to be there, as a quantity with one standard deviation; empty if the
 *     optimizer expects nothing
 * @param exploration the share of its worth that lies in what is not known there, from 0 (only to use what is known) to 1
 *     (only to learn); NaN if that cannot be said
 * @param reason why it is suggested, as a sentence for people
 * @param facts what the optimizer worked with, such as length scales, for people
 */
public record Suggestion(Values point, Values expected, double exploration, String reason, Map<String, String> facts) {

    public Suggestion {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        if (exploration < 0 || exploration > 1) {
            throw new IllegalArgumentException("exploration = " + exploration + " is not a share from 0 to 1");
        }
    }

    /** A point to try for a reason that is not what is expected there. */
    public static Suggestion of(Values point, String reason) {
        return new Suggestion(point, Values.none(), Double.NaN, reason, Map.of());
    }
}
