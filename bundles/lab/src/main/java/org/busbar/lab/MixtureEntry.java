package org.busbar.lab;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.busbar.api.Quantity;
import org.busbar.api.optimize.Mixture;
import org.jspecify.annotations.Nullable;

/** Shares of a whole, as a file has them: {@code {of: [a, b, c], total: 100 %, at_most: 2}}. */
record MixtureEntry(
        @Nullable List<String> of, @Nullable String total, @JsonProperty("at_most") @Nullable Integer atMost) {

    MixtureEntry {
        if (of == null || total == null) {
            throw new IllegalArgumentException(
                    "a mixture needs 'of', naming its components, and 'total', such as {of: [a, b], total: 1}");
        }
        mixture(of, total, atMost);
    }

    Mixture mixture() {
        return mixture(Objects.requireNonNull(of), Objects.requireNonNull(total), atMost);
    }

    private static Mixture mixture(List<String> components, String sum, @Nullable Integer most) {
        return new Mixture(components, Quantity.parse(sum), most == null ? components.size() : most);
    }
}
