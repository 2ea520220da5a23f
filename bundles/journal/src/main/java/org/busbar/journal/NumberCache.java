package org.busbar.journal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Arrays used lately, up to so many numbers in all; the least recently used go first. Safe for use by many threads. */
final class NumberCache {

    private final int capacity;
    private final Map<String, double[]> arrays = new LinkedHashMap<>(16, 0.75f, true); // guarded by this
    private long size; // guarded by this

    /** @param capacity numbers in all arrays together */
    NumberCache(int capacity) {
        this.capacity = capacity;
    }

    /** The array of that name; loads it without a lock if it is not there, perhaps in two threads at once. */
    double[] get(String name, Function<String, double[]> load) {
        double[] cached = find(name);
        if (cached != null) {
            return cached;
        }
        double[] loaded = load.apply(name);
        add(name, loaded);
        return loaded;
    }

    private synchronized double @Nullable [] find(String name) {
        return arrays.get(name);
    }

    private synchronized void add(String name, double[] array) {
        if (arrays.putIfAbsent(name, array) == null) {
            size += array.length;
        }
        Iterator<double[]> eldest = arrays.values().iterator();
        while (size > capacity) {
            size -= eldest.next().length;
            eldest.remove();
        }
    }

    synchronized long size() {
        return size;
    }
}
