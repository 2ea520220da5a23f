package org.busbar.optimizers.search.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void mean_and_standard_deviation_of_a_sample() {
        double[] sample = {2, 4, 4, 4, 5, 5, 7, 9};
        assertEquals(5, Statistics.mean(sample));
        assertEquals(Math.sqrt(32 / 7.0), Statistics.sd(sample), 1e-15);
        assertEquals(0, Statistics.sd(new double[] {3}));
    }

    @Test
    void quantiles_lie_between_order_statistics() {
        double[] sample = {4, 1, 3, 2};
        assertEquals(1, Statistics.quantile(sample, 0));
        assertEquals(1.75, Statistics.quantile(sample, 0.25));
        assertEquals(2.5, Statistics.quantile(sample, 0.5));
        assertEquals(4, Statistics.quantile(sample, 1));
        assertArrayEquals(new double[] {4, 1, 3, 2}, sample);
    }

    @Test
    void refuses_empty_samples_and_no_probabilities() {
        assertThrows(IllegalArgumentException.class, () -> Statistics.mean(new double[0]));
        assertThrows(IllegalArgumentException.class, () -> Statistics.quantile(new double[0], 0.5));
        assertThrows(IllegalArgumentException.class, () -> Statistics.quantile(new double[] {1}, -0.1));
    }

    @Test
    void winsorising_raises_only_far_low_values() {
        Winsorized result = Winsorized.of(new double[] {100, 1, 2, 3, 4, -50});
        assertEquals(1, result.raised());
        assertEquals(1.25 - 1.5 * 2.5, result.limit());
        assertArrayEquals(new double[] {100, 1, 2, 3, 4, -2.5}, result.values());
    }
}
