package org.busbar.distribution.bench.optimizers.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.busbar.distribution.bench.optimizers.statistics.SplitMix64;
import org.junit.jupiter.api.Test;

class HypervolumeTest {

    @Test
    void a_staircase_in_two_objectives_is_added_up() {
        Hypervolume hypervolume = new Hypervolume(0, 0);
        assertEquals(0, hypervolume.of(List.of()));
        assertEquals(6, hypervolume.of(List.of(new double[] {3, 1}, new double[] {2, 2}, new double[] {1, 3})));
        assertEquals(
                6,
                hypervolume.of(List.of(
                        new double[] {1, 3},
                        new double[] {1, 1},
                        new double[] {2, 2},
                        new double[] {2, 2},
                        new double[] {3, 1})));
    }

    @Test
    void what_does_not_exceed_the_reference_counts_nothing() {
        Hypervolume hypervolume = new Hypervolume(-1, -1);
        assertEquals(0, hypervolume.of(List.of(new double[] {-1, 5}, new double[] {-2, 9})));
    }

    @Test
    void the_circle_of_dtlz2_has_the_published_area() {
        List<double[]> circle = IntStream.rangeClosed(0, 20_000)
                .mapToDouble(i -> Math.PI / 2 * i / 20_000)
                .mapToObj(a -> new double[] {-Math.cos(a), -Math.sin(a)})
                .toList();
        assertEquals(1.21 - Math.PI / 4, new Hypervolume(-1.1, -1.1).of(circle), 1e-4);
    }

    @Test
    void boxes_in_three_objectives_are_counted_once() {
        Hypervolume hypervolume = new Hypervolume(0, 0, 0);
        assertEquals(
                10,
                hypervolume.of(List.of(new double[] {3, 1, 2}, new double[] {1, 3, 2}, new double[] {1, 1, 1})),
                1e-12);
        assertEquals(
                4,
                hypervolume.of(List.of(new double[] {2, 1, 1}, new double[] {1, 2, 1}, new double[] {1, 1, 2})),
                1e-12);
    }

    @Test
    void three_objectives_agree_with_counting_cells() {
        SplitMix64 random = new SplitMix64(5);
        List<double[]> points = IntStream.range(0, 25)
                .mapToObj(i -> new double[] {random.nextInt(9), random.nextInt(9), random.nextInt(9)})
                .toList();
        long cells = IntStream.range(0, 512)
                .filter(cell ->
                        points.stream().anyMatch(p -> p[0] > cell / 64 && p[1] > cell / 8 % 8 && p[2] > cell % 8))
                .count();
        assertEquals(cells, new Hypervolume(0, 0, 0).of(points), 1e-9);
    }

    @Test
    void other_numbers_of_objectives_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Hypervolume(1));
        assertThrows(IllegalArgumentException.class, () -> new Hypervolume(1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Hypervolume(1, 1).of(List.of(new double[] {1, 2, 3})));
    }

    @Test
    void its_gap_falls_with_each_point_that_adds() {
        HypervolumeGap gap = new HypervolumeGap(6, new Hypervolume(0, 0), 6, 1e-3);
        double[] regrets = gap.regrets(
                List.of(new double[] {3, 1}, new double[] {1, 1}, new double[] {2, 2}, new double[] {1, 3}));
        assertArrayEquals(new double[] {0.5, 0.5, 1 / 6.0, 0}, regrets, 1e-12);
    }
}
