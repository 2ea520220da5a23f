package org.busbar.optimizers.search.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Lbfgsb.Minimum;
import org.junit.jupiter.api.Test;

class LbfgsbTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static double rosenbrock(double[] x, double[] slope) {
        double sum = 0;
        Arrays.fill(slope, 0);
        for (int i = 0; i + 1 < x.length; i++) {
            double a = 1 - x[i];
            double b = x[i + 1] - x[i] * x[i];
            sum += a * a + 100 * b * b;
            slope[i] += -2 * a - 400 * x[i] * b;
            slope[i + 1] += 200 * b;
        }
        return sum;
    }

    private static double beale(double[] x, double[] slope) {
        double sum = 0;
        Arrays.fill(slope, 0);
        double[] targets = {1.5, 2.25, 2.625};
        for (int k = 1; k <= 3; k++) {
            double power = k == 1 ? x[1] : k == 2 ? x[1] * x[1] : x[1] * x[1] * x[1];
            double powerSlope = k == 1 ? 1 : k == 2 ? 2 * x[1] : 3 * x[1] * x[1];
            double rest = targets[k - 1] - x[0] + x[0] * power;
            sum += rest * rest;
            slope[0] += 2 * rest * (power - 1);
            slope[1] += 2 * rest * x[0] * powerSlope;
        }
        return sum;
    }

    private static Sloped bowl(double... centre) {
        return (x, slope) -> {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double off = x[i] - centre[i];
                slope[i] = 2 * (i + 1) * off;
                sum += (i + 1) * off * off;
            }
            return sum;
        };
    }

    private static double[] all(int n, double value) {
        double[] x = new double[n];
        Arrays.fill(x, value);
        return x;
    }

    private static void assertKkt(Sloped f, Minimum end, double[] low, double[] high, double tolerance) {
        double[] slope = new double[low.length];
        assertEquals(end.value(), f.at(end.x(), slope));
        for (int i = 0; i < low.length; i++) {
            assertTrue(end.x()[i] >= low[i] && end.x()[i] <= high[i], "variable " + i + " within bounds");
            double step = Math.max(low[i], Math.min(high[i], end.x()[i] - slope[i])) - end.x()[i];
            assertEquals(0, step, tolerance, "projected gradient of variable " + i);
        }
    }

    @Test
    void finds_the_end_of_the_valley_in_2_to_20_dimensions_without_bounds() {
        for (int n : new int[] {2, 3, 5, 10, 20}) {
            double[] start = all(n, 1);
            for (int i = 0; i < n; i += 2) {
                start[i] = -1.2;
            }
            double[] low = all(n, -INFINITY);
            double[] high = all(n, INFINITY);
            Minimum end = Lbfgsb.minimize(LbfgsbTest::rosenbrock, start, low, high, 500, 1e-8, 0);
            assertTrue(end.converged(), n + " dimensions");
            assertTrue(end.value() < 4.0 && (n > 3 || end.value() < 1e-12), n + " dimensions: " + end.value());
            assertKkt(LbfgsbTest::rosenbrock, end, low, high, 1e-8);
        }
    }

    @Test
    void needs_few_evaluations_for_the_classic_valley() {
        Minimum end = Lbfgsb.minimize(
                LbfgsbTest::rosenbrock, new double[] {-1.2, 1}, all(2, -INFINITY), all(2, INFINITY), 100);
        assertTrue(end.value() < 1e-8);
        assertTrue(end.evaluations() <= 50, end.evaluations() + " evaluations");
    }

    @Test
    void stops_at_bounds_that_cut_the_valley() {
        for (int n : new int[] {2, 5, 10, 20}) {
            double[] low = all(n, -2);
            double[] high = all(n, 0.5);
            low[n - 1] = 0.3;
            Minimum end = Lbfgsb.minimize(LbfgsbTest::rosenbrock, all(n, -1), low, high, 500, 1e-8, 0);
            assertTrue(end.converged(), n + " dimensions");
            assertKkt(LbfgsbTest::rosenbrock, end, low, high, 1e-5);
        }
    }

    @Test
    void meets_all_bounds_exactly_when_the_bowl_lies_outside() {
        double[] low = {0, 0.1, 0.2, -1};
        double[] high = {1, 1, 0.7, 3};
        Minimum end = Lbfgsb.minimize(bowl(-5, 9, 3, 8), new double[] {0.5, 0.5, 0.5, 0.5}, low, high, 50);
        assertArrayEquals(new double[] {0, 1, 0.7, 3}, end.x());
        assertTrue(end.converged());
        assertTrue(end.evaluations() <= 6, end.evaluations() + " evaluations");
    }

    @Test
    void finds_the_minimum_of_beale_within_its_usual_box() {
        double[] low = all(2, -4.5);
        double[] high = all(2, 4.5);
        Minimum end = Lbfgsb.minimize(LbfgsbTest::beale, new double[] {1, 1}, low, high, 100, 1e-9, 0);
        assertArrayEquals(new double[] {3, 0.5}, end.x(), 1e-7);
    }

    @Test
    void leaves_a_corner_it_starts_in() {
        double[] start = {0, 1, 0};
        Minimum end = Lbfgsb.minimize(bowl(0.3, 0.6, -1), start, all(3, 0), all(3, 1), 50, 1e-10, 0);
        assertArrayEquals(new double[] {0.3, 0.6, 0}, end.x(), 1e-9);
        assertArrayEquals(new double[] {0, 1, 0}, start);
    }

    @Test
    void keeps_a_variable_whose_bounds_are_equal() {
        Minimum end = Lbfgsb.minimize(
                LbfgsbTest::rosenbrock, all(3, 0), new double[] {-2, 0.25, -2}, new double[] {2, 0.25, 2}, 100);
        assertEquals(0.25, end.x()[1]);
        assertEquals(0.0625, end.x()[2], 1e-5);
        assertTrue(end.converged());
    }

    @Test
    void stays_on_this_side_of_a_region_without_values() {
        for (double nothing : new double[] {Double.NaN, INFINITY, -INFINITY}) {
            Sloped walled = (x, slope) -> {
                double value = -StrictMath.log(x[0]) + x[0] + (x[1] - 2) * (x[1] - 2);
                slope[0] = 1 - 1 / x[0];
                slope[1] = 2 * (x[1] - 2);
                return x[0] <= 0 || x[0] > 1.5 ? nothing : value;
            };
            double[] start = {1e-3, 5};
            Minimum end = Lbfgsb.minimize(walled, start, all(2, -10), all(2, 10), 100, 1e-8, 0);
            assertArrayEquals(new double[] {1, 2}, end.x(), 1e-7);
            assertTrue(end.converged());
        }
    }

    @Test
    void says_so_when_the_start_has_no_value() {
        Minimum end = Lbfgsb.minimize((x, slope) -> Double.NaN, new double[] {5}, all(1, 0), all(1, 1), 10);
        assertFalse(end.converged());
        assertEquals(INFINITY, end.value());
        assertArrayEquals(new double[] {1}, end.x());
    }

    @Test
    void gets_down_a_kink_without_ever_rising() {
        Sloped kink = (x, slope) -> {
            slope[0] = Math.signum(x[0] - 0.3);
            slope[1] = 2 * Math.signum(x[1] + 0.1);
            return Math.abs(x[0] - 0.3) + 2 * Math.abs(x[1] + 0.1);
        };
        Minimum end = Lbfgsb.minimize(kink, all(2, 0.9), all(2, -1), all(2, 1), 100);
        assertTrue(end.value() < 0.1, "value " + end.value());
    }

    @Test
    void respects_the_limit_of_iterations() {
        Minimum end =
                Lbfgsb.minimize(LbfgsbTest::rosenbrock, new double[] {-1.2, 1}, all(2, -5), all(2, 5), 3, 1e-12, 0);
        assertFalse(end.converged());
        assertTrue(end.evaluations() <= 12);
        assertTrue(end.value() < 24.2);
    }

    @Test
    void asks_only_within_the_bounds() {
        Sloped guarded = (x, slope) -> {
            for (double one : x) {
                assertTrue(one >= -0.7 && one <= 0.3, "asked at " + one);
            }
            return rosenbrock(x, slope);
        };
        Lbfgsb.minimize(guarded, all(6, -0.4), all(6, -0.7), all(6, 0.3), 200);
    }

    /** Convex, so the first-order conditions name the minimum. */
    private static Sloped quadratic(Keyed keyed, int n) {
        double[] pull = new double[n];
        double[][] mix = new double[n][n];
        for (int i = 0; i < n; i++) {
            pull[i] = 3 * keyed.normal();
            for (int j = 0; j < n; j++) {
                mix[i][j] = keyed.normal() * (keyed.below(2) == 0 ? 1 : 3);
            }
        }
        return (x, slope) -> {
            double value = 0;
            for (int i = 0; i < n; i++) {
                value += 0.01 * x[i] * x[i] - pull[i] * x[i];
                slope[i] = 0.02 * x[i] - pull[i];
            }
            for (double[] row : mix) {
                double product = Vectors.dot(row, x);
                value += product * product / 2;
                for (int i = 0; i < n; i++) {
                    slope[i] += product * row[i];
                }
            }
            return value;
        };
    }

    @Test
    void solves_random_quadratic_problems_with_some_bounds_missing() {
        int evaluations = 0;
        for (int problem = 0; problem < 300; problem++) {
            Keyed keyed = Keyed.of(problem);
            int n = 1 + keyed.below(20);
            Sloped f = quadratic(keyed, n);
            double[] low = new double[n];
            double[] high = new double[n];
            for (int i = 0; i < n; i++) {
                low[i] = keyed.below(4) == 0 ? -INFINITY : -keyed.uniform();
                high[i] = keyed.below(4) == 0 ? INFINITY : keyed.uniform();
            }
            Minimum end = Lbfgsb.minimize(f, all(n, keyed.normal()), low, high, 1000, 1e-6, 0);
            assertTrue(end.converged(), "problem " + problem);
            assertKkt(f, end, low, high, 2e-6);
            evaluations += end.evaluations();
        }
        assertTrue(evaluations < 300 * 45, evaluations + " evaluations");
    }

    @Test
    void gives_the_same_doubles_again() {
        Minimum one = Lbfgsb.minimize(LbfgsbTest::rosenbrock, all(7, -0.4), all(7, -2), all(7, 2), 200);
        Minimum two = Lbfgsb.minimize(LbfgsbTest::rosenbrock, all(7, -0.4), all(7, -2), all(7, 2), 200);
        assertArrayEquals(one.x(), two.x());
        assertEquals(one.evaluations(), two.evaluations());
    }

    @Test
    void refuses_bounds_and_starts_that_make_no_sense() {
        Sloped f = bowl(0, 0);
        assertThrows(
                IllegalArgumentException.class, () -> Lbfgsb.minimize(f, all(2, 0), all(2, 1), new double[] {2, 0}, 5));
        assertThrows(IllegalArgumentException.class, () -> Lbfgsb.minimize(f, all(2, 0), all(2, 0), all(3, 1), 5));
        assertThrows(IllegalArgumentException.class, () -> Lbfgsb.minimize(f, all(3, 0), all(2, 0), all(2, 1), 5));
        assertThrows(
                IllegalArgumentException.class, () -> Lbfgsb.minimize(f, all(2, Double.NaN), all(2, 0), all(2, 1), 5));
    }
}
