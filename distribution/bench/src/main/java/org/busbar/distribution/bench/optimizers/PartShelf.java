package org.busbar.distribution.bench.optimizers;

import java.util.Map;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Surrogate;

/**
 * The surrogates and acquisitions that optimizers may take in the comparison.
 *
 * @param surrogates by their {@code lab.id}
 * @param acquisitions by their {@code lab.id}
 */
record PartShelf(Map<String, Surrogate> surrogates, Map<String, Acquisition> acquisitions) implements Parts {

    PartShelf {
        surrogates = Map.copyOf(surrogates);
        acquisitions = Map.copyOf(acquisitions);
    }

    @Override
    public Surrogate surrogate(String id) {
        return part("surrogate", id, surrogates);
    }

    @Override
    public Acquisition acquisition(String id) {
        return part("acquisition", id, acquisitions);
    }

    private static <T> T part(String kind, String id, Map<String, T> parts) {
        T part = parts.get(id);
        if (part == null) {
            throw new IllegalArgumentException("There is no " + kind + " " + id + " but "
                    + parts.keySet().stream().sorted().toList());
        }
        return part;
    }
}
