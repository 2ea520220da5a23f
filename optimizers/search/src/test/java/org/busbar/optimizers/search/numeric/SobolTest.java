package org.busbar.optimizers.search.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SobolTest {

    @Test
    void begins_with_the_ten_points_that_its_authors_published() {
        double[][] expected = {
            {0, 0, 0},
            {0.5, 0.5, 0.5},
            {0.75, 0.25, 0.25},
            {0.25, 0.75, 0.75},
            {0.375, 0.375, 0.625},
            {0.875, 0.875, 0.125},
            {0.625, 0.125, 0.875},
            {0.125, 0.625, 0.375},
            {0.1875, 0.3125, 0.9375},
            {0.6875, 0.8125, 0.4375}
        };
        double[][] points = Sobol.plain(3).take(10);
        for (int i = 0; i < 10; i++) {
            assertArrayEquals(expected[i], points[i]);
        }
    }

    /** Points 100, 777 and 2047 of scipy.stats.qmc.Sobol(256, scramble=False), version 1.17. */
    @Test
    void agrees_with_an_independent_implementation_in_high_dimensions() {
        int[] axes = {0, 1, 7, 20, 63, 100, 255};
        double[][] points = Sobol.plain(256).take(2048);
        assertArrayEquals(
                new double[] {0.4140625, 0.2578125, 0.4765625, 0.7578125, 0.6484375, 0.0390625, 0.5703125},
                at(points[100], axes));
        assertArrayEquals(
                new double[] {
                    0.6923828125, 0.9365234375, 0.7626953125, 0.2373046875, 0.4267578125, 0.8427734375, 0.6357421875
                },
                at(points[777], axes));
        assertArrayEquals(
                new double[] {
                    0.00048828125,
                    0.62744140625,
                    0.03173828125,
                    0.35791015625,
                    0.98876953125,
                    0.56298828125,
                    0.47998046875
                },
                at(points[2047], axes));
    }

    private static double[] at(double[] point, int... axes) {
        return Arrays.stream(axes).mapToDouble(axis -> point[axis]).toArray();
    }

    @Test
    void scrambled_points_hit_every_slice_of_every_axis_once() {
        double[][] points = new Sobol(64, Keyed.of(3)).take(256);
        for (int d = 0; d < 64; d++) {
            boolean[] hit = new boolean[256];
            for (double[] point : points) {
                assertTrue(point[d] > 0 && point[d] < 1);
                hit[(int) (256 * point[d])] = true;
            }
            for (boolean one : hit) {
                assertTrue(one, "axis " + d);
            }
        }
    }

    @Test
    void scrambled_points_of_the_first_plane_are_a_net() {
        int[] cells = new int[256];
        for (double[] point : new Sobol(2, Keyed.of(4)).take(256)) {
            cells[16 * (int) (16 * point[0]) + (int) (16 * point[1])]++;
        }
        assertTrue(Arrays.stream(cells).allMatch(count -> count == 1));
    }

    @Test
    void integrates_a_smooth_function_far_better_than_chance() {
        double sum = 0;
        for (double[] point : new Sobol(6, Keyed.of(5)).take(4096)) {
            double product = 1;
            for (double u : point) {
                product *= 1 + 0.5 * (u - 0.5);
            }
            sum += product;
        }
        assertEquals(1, sum / 4096, 1e-4);
    }

    @Test
    void the_mean_over_scramblings_of_any_one_point_is_the_centre() {
        double[] sums = new double[3];
        for (int key = 0; key < 4000; key++) {
            double[] point = new Sobol(3, Keyed.of(6, key)).take(5)[4];
            for (int d = 0; d < 3; d++) {
                sums[d] += point[d];
            }
        }
        for (double sum : sums) {
            assertEquals(0.5, sum / 4000, 0.025);
        }
    }

    @Test
    void the_key_alone_names_the_scrambling() {
        Keyed used = Keyed.of(8);
        used.next();
        double[] first = new Sobol(4, Keyed.of(8)).next();
        assertArrayEquals(first, new Sobol(4, used).next());
        assertFalse(Arrays.equals(first, new Sobol(4, Keyed.of(9)).next()));
    }

    @Test
    void refuses_dimensions_it_has_no_directions_for() {
        assertThrows(IllegalArgumentException.class, () -> Sobol.plain(257));
        assertThrows(IllegalArgumentException.class, () -> new Sobol(0, Keyed.of(1)));
    }
}
