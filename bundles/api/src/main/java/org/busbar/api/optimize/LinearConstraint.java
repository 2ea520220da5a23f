package org.busbar.api.optimize;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Limits a weighted sum of numbers of a space: {@code least <= sum of weight * value <= most}, each value in the unit of
 * its parameter.
 *
 * @param weights by the name of the parameter; none 0, none infinite
 * @param least {@code -Infinity} where open
 * @param most {@code Infinity} where open; equal to {@code least} for an equation
 */
public record LinearConstraint(Map<String, Double> weights, double least, double most) {

    public LinearConstraint {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        if (weights.isEmpty() || weights.values().stream().anyMatch(w -> w == 0 || !Double.isFinite(w))) {
            throw new IllegalArgumentException(
                    "A constraint needs finite weights other than 0 for one parameter at least, not " + weights);
        }
        if (!(least <= most) || least == Double.POSITIVE_INFINITY || most == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "The constraint on " + weights.keySet() + " from " + least + " to " + most + " is not a range");
        }
    }

    /** The constraint as people write it, such as {@code 0.5 <= 1.0 a + 2.0 b}. */
    @Override
    public String toString() {
        String sum = weights.entrySet().stream()
                .map(term -> term.getValue() + " " + term.getKey())
                .collect(Collectors.joining(" + "));
        if (least == most) {
            return sum + " = " + most;
        }
        String from = Double.isInfinite(least) ? "" : least + " <= ";
        return from + sum + (Double.isInfinite(most) ? "" : " <= " + most);
    }
}
