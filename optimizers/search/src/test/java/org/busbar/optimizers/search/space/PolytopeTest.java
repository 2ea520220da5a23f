package org.busbar.optimizers.search.space;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;

class PolytopeTest {

    private static final double OPEN = Double.NEGATIVE_INFINITY;

    private static Halfspaces square(Halfspaces.Row... rows) {
        return new Halfspaces(new double[2], new double[] {1, 1}, List.of(rows));
    }

    @Test
    void a_program_ends_at_the_vertex_of_least_cost() {
        Halfspaces limits = square(Halfspaces.Row.of(new double[] {1, 1}, OPEN, 1.5));
        assertArrayEquals(
                new double[] {1, 0.5},
                Simplex.minimize(new double[] {-2, -1}, limits).orElseThrow(),
                1e-12);
        assertArrayEquals(
                new double[] {0, 0},
                Simplex.minimize(new double[] {2, 1}, limits).orElseThrow(),
                1e-12);
    }

    @Test
    void limits_without_a_common_point_are_seen() {
        Halfspaces limits = square(Halfspaces.Row.of(new double[] {1, 1}, 2.1, 3));
        assertEquals(Optional.empty(), Simplex.minimize(new double[2], limits));
    }

    @Test
    void an_inequality_that_leaves_a_line_takes_away_a_direction() {
        Halfspaces limits = square(
                Halfspaces.Row.of(new double[] {1, 1}, OPEN, 1), Halfspaces.Row.of(new double[] {-1, -1}, OPEN, -1));
        assertEquals(1, Polytope.of(limits).orElseThrow().directions().size());
    }

    @Test
    void the_projection_is_the_nearest_point() {
        Polytope half = Polytope.of(square(Halfspaces.Row.of(new double[] {1, 1}, OPEN, 1)))
                .orElseThrow();
        assertArrayEquals(new double[] {0.5, 0.5}, half.project(new double[] {1, 1}), 1e-9);
        assertArrayEquals(new double[] {0, 1}, half.project(new double[] {-0.5, 2}), 1e-9);
        assertArrayEquals(new double[] {0.2, 0.3}, half.project(new double[] {0.2, 0.3}), 1e-12);
    }

    /** Of the triangle below the diagonal, a quarter lies beyond x = 0.5, and the mean is a third. */
    @Test
    void a_walk_is_uniform() {
        Polytope half = Polytope.of(square(Halfspaces.Row.of(new double[] {1, 1}, OPEN, 1)))
                .orElseThrow();
        double mean = 0;
        int beyond = 0;
        for (double[] x : half.walk(4_000, Keyed.of(3))) {
            mean += x[0] / 4_000;
            beyond += x[0] > 0.5 ? 1 : 0;
            assertTrue(half.limits().hold(x));
        }
        assertEquals(1.0 / 3, mean, 0.02);
        assertEquals(0.25, beyond / 4_000.0, 0.03);
    }
}
