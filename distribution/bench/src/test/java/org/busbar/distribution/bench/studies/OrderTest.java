package org.busbar.distribution.bench.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {

    @Test
    void repetitions_are_the_first_seeds() {
        Order order = Order.read(List.of("latp", "--repetitions", "3", "--out", "there"));
        assertEquals(new Order("latp", List.of(0L, 1L, 2L), Optional.of(Path.of("there"))), order);
    }

    @Test
    void seeds_are_a_number_or_a_range() {
        assertEquals(List.of(4L), Order.read(List.of("latp", "--seeds", "4")).seeds());
        assertEquals(
                List.of(4L, 5L), Order.read(List.of("latp", "--seeds", "4-5")).seeds());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--seeds 1", "x --seeds", "x --seeds 3-1", "x --seeds a", "x --repetitions 0", "x --up 1"})
    void what_is_wrong_is_refused(String line) {
        List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" "));
        assertThrows(IllegalArgumentException.class, () -> Order.read(words));
    }

    @Test
    void a_refusal_says_what_may_be_said() {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> Order.read(List.of()));
        assertTrue(refused.getMessage().contains("usage: studies <name>"));
    }
}
