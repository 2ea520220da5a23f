package org.busbar.analyses.impedance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HouseholderTest {

    /** A straight line through (0, 1), (1, 3), (2, 4), (3, 4): normal equations by hand give 1.5 + x. */
    @Test
    void finds_the_least_squares_line() {
        double[][] columns = {{1, 1, 1, 1}, {0, 1, 2, 3}};
        assertArrayEquals(new double[] {1.5, 1}, Householder.solve(columns, new double[] {1, 3, 4, 4}), 1e-14);
    }

    @Test
    void a_column_that_adds_nothing_gets_nothing() {
        double[] x = Householder.solve(new double[][] {{1, 1, 1}, {2, 2, 2}, {0, 0, 0}}, new double[] {3, 3, 3});
        assertEquals(3, x[0] + 2 * x[1], 1e-14);
        assertEquals(0, x[1]);
        assertEquals(0, x[2]);
    }
}
