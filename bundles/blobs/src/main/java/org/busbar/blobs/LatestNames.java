package org.busbar.blobs;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names used lately; the one that was not used for longest is forgotten first. Safe for use by many threads. */
final class LatestNames {

    private final Map<String, Boolean> names;

    LatestNames(int capacity) {
        names = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized boolean contains(String name) {
        return names.get(name) != null; // a get makes it the latest
    }

    synchronized void add(String name) {
        names.put(name, true);
    }
}
