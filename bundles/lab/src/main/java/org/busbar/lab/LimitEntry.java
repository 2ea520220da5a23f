package org.busbar.lab;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.optimize.Limit;
import org.jspecify.annotations.Nullable;

/** What an output must keep, as a file has it: {@code {at_least: 95 %}}, {@code {at_most: 5 V}} or both. */
record LimitEntry(
        @JsonProperty("at_least") @Nullable String atLeast, @JsonProperty("at_most") @Nullable String atMost) {

    LimitEntry {
        if (atLeast == null && atMost == null) {
            throw new IllegalArgumentException("a limit needs at_least, at_most or both, such as {at_least: 95 %}");
        }
        limits("", atLeast, atMost);
    }

    List<Limit> limits(String output) {
        return limits(output, atLeast, atMost);
    }

    private static List<Limit> limits(String output, @Nullable String least, @Nullable String most) {
        List<Limit> limits = new ArrayList<>();
        if (least != null) {
            limits.add(new Limit(output, Limit.Bound.AT_LEAST, Quantity.parse(least)));
        }
        if (most != null) {
            limits.add(new Limit(output, Limit.Bound.AT_MOST, Quantity.parse(most)));
        }
        return limits;
    }
}
