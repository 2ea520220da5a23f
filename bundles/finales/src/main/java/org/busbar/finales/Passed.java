package org.busbar.finales;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.busbar.api.Values;

/**
 * Values that this interface has judged itself and is about to hand to the broker, which asks the tenants about them
 * again. Safe for use by many threads.
 */
final class Passed {

    /** These very values, not others that are equal. */
    private record Very(Values values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Very very && very.values == values;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(values);
        }
    }

    private final Set<Very> underWay = ConcurrentHashMap.newKeySet();

    /** Does the work while these very values count as judged. */
    <T> T with(Collection<Values> values, Supplier<T> work) {
        values.forEach(one -> underWay.add(new Very(one)));
        try {
            return work.get();
        } finally {
            values.forEach(one -> underWay.remove(new Very(one)));
        }
    }

    boolean has(Values values) {
        return underWay.contains(new Very(values));
    }
}
