package org.busbar.distribution.bench.optimizers.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    /** Heights of cross- and self-fertilised maize (Darwin 1876), the example of SciPy's documentation. */
    private static final double[] MAIZE = {6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75};

    @Test
    void signed_ranks_of_the_maize_are_exact() {
        assertEquals(new SignedRank(15, 96, 0.041259765625), SignedRank.of(MAIZE));
    }

    @Test
    void signed_ranks_count_ties_exactly_and_leave_zeros_out() {
        // 34 of the 512 choices of signs are as one-sided, counted one by one
        assertEquals(new SignedRank(9, 38.5, 34 / 512.0), SignedRank.of(1, 1, -2, 2, 3, 0, -1, 4, 5, 5));
        assertEquals(new SignedRank(0, 0, 1), SignedRank.of(0, 0));
    }

    @Test
    void signed_ranks_of_many_differences_are_taken_as_normal() {
        double[] many = IntStream.range(0, 60).mapToDouble(i -> i * 7 % 11 - 4).toArray();
        SignedRank test = SignedRank.of(many);
        assertEquals(55, test.differences());
        assertEquals(1045, test.positive());
        assertEquals(0.020689043721346174, test.p(), 1e-10);
        assertThrows(IllegalArgumentException.class, () -> SignedRank.of(1, Double.NaN));
    }

    @Test
    void holm_steps_down_and_never_below_the_one_before() {
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjusted(0.01, 0.04, 0.03, 0.005), 1e-12);
        assertArrayEquals(new double[] {1, 1}, Holm.adjusted(0.6, 0.9), 1e-12);
        assertEquals(0, Holm.adjusted().length);
    }

    @Test
    void friedman_corrects_for_ties() {
        Friedman test = Friedman.of(List.of(
                new double[] {1, 2, 3},
                new double[] {1, 3, 2},
                new double[] {2, 1, 3},
                new double[] {1, 2, 3},
                new double[] {1, 2, 2}));
        assertEquals(List.of(1.2, 2.1, 2.7), test.meanRanks());
        assertEquals(6, test.chiSquare(), 1e-12);
        assertEquals(Math.exp(-3), test.p(), 1e-10);
        assertEquals(1, Friedman.of(List.of(new double[] {7, 7})).p());
    }

    @Test
    void nemenyi_has_the_critical_values_of_the_table() {
        // J. Demšar, J. Mach. Learn. Res. 7, 1 (2006), table 5, alpha = 0.05
        double[] table = {1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164};
        for (int engines = 2; engines <= 10; engines++) {
            assertEquals(table[engines - 2], Nemenyi.critical(engines), 1e-3);
        }
        assertEquals(2.569 * Math.sqrt(4 * 5 / (6 * 14.0)), Nemenyi.criticalDifference(4, 14), 1e-3);
    }

    @Test
    void distributions_have_the_values_of_the_tables() {
        assertEquals(0.025, Gamma.normalAbove(1.959963984540054), 1e-12);
        assertEquals(0.9750021048517795, Gamma.normalAbove(-1.96), 1e-12);
        assertEquals(1.3498980316300933e-3, Gamma.normalAbove(3), 1e-13);
        assertEquals(0.05, Gamma.chiSquareAbove(3.841458820694124, 1), 1e-10);
        assertEquals(0.05, Gamma.chiSquareAbove(16.918977604620448, 9), 1e-10);
        assertEquals(1, Gamma.chiSquareAbove(0, 3));
    }

    @Test
    void quantiles_lie_on_straight_lines_between_values() {
        assertEquals(2.5, Sample.median(4, 1, 3, 2));
        assertEquals(3.85, Sample.quantile(0.95, 4, 1, 3, 2), 1e-12);
        assertEquals(Double.POSITIVE_INFINITY, Sample.median(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertEquals(Double.NaN, Sample.median());
        assertEquals(Math.sqrt(5 / 4.0), Sample.deviation(4, 1, 3, 2), 1e-12);
    }

    @Test
    void the_bootstrap_interval_holds_the_median_and_is_the_same_every_time() {
        Bootstrap interval = Bootstrap.ofMedian(MAIZE);
        assertEquals(interval, Bootstrap.ofMedian(MAIZE));
        assertTrue(interval.low() < 24 && interval.high() > 24, interval.toString());
        assertTrue(interval.low() >= 8 && interval.high() <= 56, interval.toString());
        assertEquals(new Bootstrap(2, 2), Bootstrap.ofMedian(2, 2, 2));
    }
}
