package org.busbar.finales;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;
import org.busbar.api.Values;

/**
 * Values that this interface has judged itself and is about to hand to the broker, which asks the tenants about them
 * again. Safe for use by many threads.
 */
final class Passed {

    private final Set<Values> underWay =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    /** Does the work while these very values count as judged. */
    <T> T with(Collection<Values> values, Supplier<T> work) {
        underWay.addAll(values);
        try {
            return work.get();
        } finally {
            values.forEach(underWay::remove);
        }
    }

    boolean has(Values values) {
        return underWay.contains(values);
    }
}
