package org.busbar.testkit;

import java.util.Map;
import java.util.Optional;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Surrogate;

/**
 * Surrogates and acquisitions that a test has at hand.
 *
 * @param surrogates by their {@code lab.id}
 * @param acquisitions by their {@code lab.id}
 */
public record GivenParts(Map<String, Surrogate> surrogates, Map<String, Acquisition> acquisitions) implements Parts {

    /** There is neither. */
    public static final GivenParts NONE = new GivenParts(Map.of(), Map.of());

    @Override
    public Surrogate surrogate(String id) {
        return part("surrogate", surrogates, id);
    }

    @Override
    public Acquisition acquisition(String id) {
        return part("acquisition", acquisitions, id);
    }

    private static <T> T part(String kind, Map<String, T> parts, String id) {
        return Optional.ofNullable(parts.get(id))
                .orElseThrow(() ->
                        new IllegalArgumentException("There is no " + kind + " '" + id + "', only " + parts.keySet()));
    }
}
