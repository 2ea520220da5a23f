package org.busbar.optimizers.search.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {

    private static final double[] WIDTH = {1.5, 1.5};

    /** Normal with means 1 and -2, standard deviations 1 and 1, correlation 0.5. */
    private static double correlated(double[] x) {
        double a = x[0] - 1;
        double b = x[1] + 2;
        return -(a * a - a * b + b * b) / 1.5;
    }

    @Test
    void draws_have_the_moments_of_a_correlated_normal_law() {
        List<double[]> draws =
                Slice.draw(SliceTest::correlated, new double[] {0, 0}, WIDTH, 50, 20_000, 2, Keyed.of(1));
        double[] a = draws.stream().mapToDouble(x -> x[0]).toArray();
        double[] b = draws.stream().mapToDouble(x -> x[1]).toArray();
        assertEquals(1, Statistics.mean(a), 0.05);
        assertEquals(-2, Statistics.mean(b), 0.05);
        assertEquals(1, Statistics.sd(a), 0.04);
        assertEquals(1, Statistics.sd(b), 0.04);
        double product =
                draws.stream().mapToDouble(x -> (x[0] - 1) * (x[1] + 2)).sum() / draws.size();
        assertEquals(0.5, product, 0.06);
    }

    @Test
    void a_width_far_too_small_or_large_leaves_the_law_as_it_is() {
        for (double width : new double[] {0.2, 40}) {
            List<double[]> draws = Slice.draw(
                    x -> x[0] < 0 ? Double.NaN : -x[0],
                    new double[] {1},
                    new double[] {width},
                    50,
                    20_000,
                    5,
                    Keyed.of(2));
            double[] a = draws.stream().mapToDouble(x -> x[0]).toArray();
            assertTrue(Statistics.quantile(a, 0) >= 0);
            assertEquals(1, Statistics.mean(a), 0.07, "width " + width);
            assertEquals(StrictMath.log(2), Statistics.quantile(a, 0.5), 0.06, "width " + width);
        }
    }

    @Test
    void gives_the_same_draws_for_the_same_key() {
        double[] start = {0, 0};
        List<double[]> one = Slice.draw(SliceTest::correlated, start, WIDTH, 4, 8, 2, Keyed.of(3));
        List<double[]> two = Slice.draw(SliceTest::correlated, start, WIDTH, 4, 8, 2, Keyed.of(3));
        assertEquals(8, one.size());
        for (int i = 0; i < 8; i++) {
            assertArrayEquals(one.get(i), two.get(i));
        }
        assertArrayEquals(new double[] {0, 0}, start);
    }

    @Test
    void refuses_a_start_without_density_and_counts_out_of_range() {
        double[] start = {0, 0};
        Keyed keyed = Keyed.of(4);
        assertThrows(
                IllegalArgumentException.class,
                () -> Slice.draw(x -> Double.NEGATIVE_INFINITY, start, WIDTH, 1, 1, 1, keyed));
        assertThrows(
                IllegalArgumentException.class, () -> Slice.draw(SliceTest::correlated, start, WIDTH, 1, 1, 0, keyed));
        assertThrows(
                IllegalArgumentException.class,
                () -> Slice.draw(SliceTest::correlated, start, new double[] {1}, 1, 1, 1, keyed));
        assertThrows(
                IllegalArgumentException.class,
                () -> Slice.draw(SliceTest::correlated, start, new double[] {1, 0}, 1, 1, 1, keyed));
    }
}
