package org.busbar.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.busbar.api.optimize.Objective.Goal;
import org.junit.jupiter.api.Test;

class RandomExpectationTest {

    private static List<Convergence.Point> drawn(String optimizer, double... values) {
        return DoubleStream.of(values)
                .mapToObj(value -> new Convergence.Point(1, optimizer, value, null))
                .toList();
    }

    @Test
    void one_draw_gives_the_mean_and_many_the_best() {
        List<Double> expected = RandomExpectation.of(drawn("random", 1, 2, 3, 4, 10), Goal.MAXIMIZE, 60);
        assertEquals(4, expected.get(0), 1e-12);
        assertEquals((1 * 1 + 2 * 3 + 3 * 5 + 4 * 7 + 10 * 9) / 25.0, expected.get(1), 1e-12, "all pairs, by hand");
        assertEquals(10, expected.get(59), 1e-3);
    }

    @Test
    void minimising_is_the_mirror_image() {
        assertEquals(
                1,
                RandomExpectation.of(drawn("random", 1, 2, 3, 4, 10), Goal.MINIMIZE, 60)
                        .get(59),
                1e-3);
    }

    @Test
    void only_what_was_drawn_at_random_counts_and_a_few_are_not_enough() {
        assertTrue(RandomExpectation.of(drawn("forest", 1, 2, 3, 4, 5, 6), Goal.MAXIMIZE, 9)
                .isEmpty());
        assertTrue(RandomExpectation.of(drawn("random", 1, 2, 3, 4), Goal.MAXIMIZE, 9)
                .isEmpty());
    }
}
