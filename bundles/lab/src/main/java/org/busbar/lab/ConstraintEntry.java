package org.busbar.lab;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Objects;
import org.busbar.api.optimize.LinearConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a weighted sum, as a file has them: {@code {sum: {a: 1, b: 2}, at_least: 0, at_most: 3}} or {@code {sum: {a:
 * 1, b: -1}, equals: 0}}.
 */
record ConstraintEntry(
        @Nullable Map<String, Double> sum,
        @JsonProperty("at_least") @Nullable Double atLeast,
        @JsonProperty("at_most") @Nullable Double atMost,
        @Nullable Double equals) {

    ConstraintEntry {
        boolean isRange = atLeast != null || atMost != null;
        if (sum == null || isRange == (equals != null)) {
            throw new IllegalArgumentException("a constraint needs 'sum', the weight of each parameter, and either"
                    + " 'equals' or 'at_least' and 'at_most', one at least");
        }
        constraint(sum, atLeast, atMost, equals);
    }

    LinearConstraint constraint() {
        return constraint(Objects.requireNonNull(sum), atLeast, atMost, equals);
    }

    private static LinearConstraint constraint(
            Map<String, Double> weights, @Nullable Double least, @Nullable Double most, @Nullable Double exactly) {
        if (exactly != null) {
            return new LinearConstraint(weights, exactly, exactly);
        }
        return new LinearConstraint(
                weights,
                least == null ? Double.NEGATIVE_INFINITY : least,
                most == null ? Double.POSITIVE_INFINITY : most);
    }
}
