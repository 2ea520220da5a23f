package org.busbar.distribution.bench.optimizers.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolMetricsTest {

    private static final double[] HUNDRED =
            IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray();

    @Test
    void regret_is_normalised_and_never_rises() {
        BestValue yardstick = new BestValue(10, 4, 1e-3);
        double[] regrets =
                yardstick.regrets(List.of(new double[] {2}, new double[] {8}, new double[] {4}, new double[] {10}));
        assertArrayEquals(new double[] {2, 0.5, 0.5, 0}, regrets, 1e-12);
    }

    @Test
    void area_leaves_the_first_points_out_and_stops_at_the_floor() {
        assertEquals((-1 - 3) / 2.0, Area.of(1, 1e-3, 5, 0.1, 0), 1e-12);
    }

    @Test
    void random_is_exact_on_a_pool_that_can_be_counted() {
        // the best of two of {1, 2, 3, 4}: 4 in three of six pairs, 3 in two, 2 in one
        assertEquals((3 * 4 + 2 * 3 + 2) / 6.0, new ExactRandom(3, 1, 4, 2).best(2), 1e-12);
        assertEquals(2.5, new ExactRandom(3, 1, 4, 2).best(1), 1e-12);
        assertEquals(4, new ExactRandom(3, 1, 4, 2).best(4), 1e-12);
        assertEquals(0.5, new ExactRandom(3, 1, 4, 2).found(1, 2), 1e-12);
        assertEquals(1, new ExactRandom(3, 1, 4, 2).found(3, 2), 1e-12);
        assertEquals(50, new ExactRandom(HUNDRED).medianTries(1));
    }

    @Test
    void the_mean_best_of_k_whole_numbers_is_the_textbook_one() {
        // of 1..M without replacement: k (M + 1) / (k + 1)
        assertEquals(10 * 101 / 11.0, new ExactRandom(HUNDRED).best(10), 1e-9);
    }

    @Test
    void lists_of_the_best_are_found_and_counted() {
        TopShare top = TopShare.of(HUNDRED);
        assertEquals(new TopShare(100, 100, 96, 5, 1), top);
        double[] tried = {3, 97, 50, 100, 96, 2};
        assertEquals(2, top.triesTo(0, tried));
        assertEquals(4, top.triesToBest(tried));
        assertEquals(5, top.triesTo(0.5, tried));
        assertEquals(Double.POSITIVE_INFINITY, top.triesTo(1, tried));
        assertEquals(0.6, top.found(tried), 1e-12);
        assertEquals(10, top.enhancement(0.6, 6), 1e-12);
        assertEquals(10, top.acceleration(0.5, 5), 1e-12);
    }

    @Test
    void equal_values_at_the_threshold_all_count() {
        double[] tied = HUNDRED.clone();
        tied[94] = 96;
        tied[98] = 100;
        assertEquals(new TopShare(100, 100, 96, 6, 2), TopShare.of(tied));
    }
}
