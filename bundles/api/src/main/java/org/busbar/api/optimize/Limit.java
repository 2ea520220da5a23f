package org.busbar.api.optimize;

import org.busbar.api.Quantity;

/**
 * What an output must keep for a trial to count as good, such as a density of at least 95 %.
 *
 * @param output the name of an output, which may be an objective too
 * @param value in any unit that converts to that of the output; finite
 */
public record Limit(String output, Bound bound, Quantity value) {

    /** On which side of the value the output must lie. */
    public enum Bound {
        AT_LEAST,
        AT_MOST;

        /** +1 where more is better, -1 where less is. */
        public int sign() {
            return this == AT_LEAST ? 1 : -1;
        }
    }

    public Limit {
        if (!Double.isFinite(value.value())) {
            throw new IllegalArgumentException(
                    "The limit of " + output + " is " + value + ", which is no finite number");
        }
    }
}
