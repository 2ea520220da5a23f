package org.busbar.analyses.drt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NonNegativeTest {

    @Test
    void holds_what_would_be_negative() {
        double[][] h = {{2, 1}, {1, 2}};
        assertArrayEquals(
                new double[] {1, 0}, NonNegative.solve(h, new double[] {2, 0.5}).x(), 1e-15);
        assertArrayEquals(
                new double[] {1 / 3.0, 1 / 3.0},
                NonNegative.solve(h, new double[] {1, 1}).x(),
                1e-15);
    }

    /** The conditions of the optimum: free ones have no slope, held ones do not rise. */
    @Test
    void finds_the_optimum_of_random_problems() {
        Random random = new Random(7);
        for (int trial = 0; trial < 100; trial++) {
            double[][] h = positiveDefinite(random, 12);
            double[] b = random.doubles(12, -1, 1).toArray();
            double[] x = NonNegative.solve(h, b).x();
            for (int i = 0; i < x.length; i++) {
                double slope = b[i] - product(h[i], x);
                assertTrue(x[i] >= 0 && slope < 1e-9);
                assertEquals(0, x[i] * slope, 1e-9);
            }
        }
    }

    @Test
    void a_start_near_the_solution_leads_to_the_same() {
        Random random = new Random(8);
        double[][] h = positiveDefinite(random, 20);
        double[] b = random.doubles(20, -1, 1).toArray();
        NonNegative.Found start = NonNegative.solve(h, b);
        b[3] += 0.2;
        b[11] -= 0.3;
        double[] warm = NonNegative.solve(start.pivots(), b, start.x(), 0).x();
        assertArrayEquals(NonNegative.solve(h, b).x(), warm, 1e-9);
    }

    @Test
    void an_exchange_undoes_an_exchange() {
        double[][] h = positiveDefinite(new Random(9), 6);
        double[] b = {1, 2, 3, 4, 5, 6};
        Pivots pivots = Pivots.of(h);
        double[] before = pivots.solution(b);
        int[] order = {2, 4, 0, 4, 0, 2};
        for (int k : order) {
            pivots.exchange(k);
        }
        assertArrayEquals(before, pivots.solution(b), 1e-12);
    }

    @Test
    void free_unknowns_solve_their_equations() {
        double[][] h = positiveDefinite(new Random(10), 5);
        double[] b = {1, -2, 3, 1, 2};
        Pivots pivots = Pivots.of(h);
        pivots.exchange(3);
        pivots.exchange(1);
        double[] state = pivots.solution(b);
        double[] x = {0, state[1], 0, state[3], 0};
        assertEquals(b[1], product(h[1], x), 1e-12);
        assertEquals(b[3], product(h[3], x), 1e-12);
        assertEquals(b[4] - product(h[4], x), state[4], 1e-12);
    }

    private static double[][] positiveDefinite(Random random, int size) {
        double[][] a = new double[size][];
        for (int i = 0; i < size; i++) {
            a[i] = random.doubles(size + 2, -1, 1).toArray();
        }
        double[][] h = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                h[i][j] = product(a[i], a[j]) + (i == j ? 0.1 : 0);
            }
        }
        return h;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
