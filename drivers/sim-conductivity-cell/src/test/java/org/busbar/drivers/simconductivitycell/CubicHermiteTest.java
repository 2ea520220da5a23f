package org.busbar.drivers.simconductivitycell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CubicHermiteTest {

    private static final CubicHermite CURVE =
            new CubicHermite(new double[] {0, 1, 2.5, 3, 5}, new double[] {1, 2, 0, -1, 4});

    @Test
    void goes_through_its_points() {
        assertEquals(1, CURVE.value(0), 1e-12);
        assertEquals(0, CURVE.value(2.5), 1e-12);
        assertEquals(4, CURVE.value(5), 1e-12);
    }

    @Test
    void has_no_kinks() {
        for (double knot : new double[] {1, 2.5, 3}) {
            double before = (CURVE.value(knot) - CURVE.value(knot - 1e-6)) / 1e-6;
            double after = (CURVE.value(knot + 1e-6) - CURVE.value(knot)) / 1e-6;
            assertEquals(before, after, 1e-4);
        }
    }

    @Test
    void is_a_parabola_where_the_points_are_one() {
        CubicHermite parabola = new CubicHermite(new double[] {0, 1, 3, 4}, new double[] {0, 1, 9, 16});
        assertEquals(4, parabola.value(2), 1e-12);
        assertEquals(2.25, parabola.value(1.5), 1e-12);
    }
}
