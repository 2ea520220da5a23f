package org.busbar.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberCacheTest {

    private final List<String> loaded = new ArrayList<>();

    private double[] load(String name) {
        loaded.add(name);
        return new double[10];
    }

    @Test
    void the_least_recently_used_go_first() {
        NumberCache cache = new NumberCache(25);
        for (String name : List.of("a", "b", "a", "c", "a", "b")) {
            cache.get(name, this::load);
        }
        assertEquals(List.of("a", "b", "c", "b"), loaded);
        assertEquals(20, cache.size());
    }

    @Test
    void what_is_larger_than_the_cache_is_not_kept() {
        NumberCache cache = new NumberCache(5);
        cache.get("a", this::load);
        assertEquals(10, cache.get("a", this::load).length);
        assertEquals(List.of("a", "a"), loaded);
        assertEquals(0, cache.size());
    }
}
