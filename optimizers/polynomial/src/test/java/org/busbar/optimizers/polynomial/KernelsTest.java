package org.busbar.optimizers.polynomial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;

/** The numerics below the ensemble. */
class KernelsTest {

    private static final boolean[] BOTH_CURVED = {false, false};

    @Test
    void terms_are_products_of_legendre_polynomials() {
        Terms terms = new Terms(BOTH_CURVED, 2, 100);
        double u = 0.4;
        double v = -0.2;
        double[] expected = {1, u, v, (3 * u * u - 1) / 2, u * v, (3 * v * v - 1) / 2};
        assertArrayEquals(expected, terms.at(new double[] {0.7, 0.4}), 1e-12);
        assertEquals(28, new Terms(BOTH_CURVED, 6, 100).count(6));
        assertEquals(5, new Terms(BOTH_CURVED, 6, 27).degree());
    }

    @Test
    void an_option_has_no_square() {
        Terms terms = new Terms(new boolean[] {true, true}, 6, 100);
        assertEquals(4, terms.at(new double[] {0, 1}).length);
    }

    @Test
    void slopes_of_terms_are_their_differences() {
        Terms terms = new Terms(BOTH_CURVED, 6, 100);
        double[] row = {0.3, 0.8};
        double[][] slopes = terms.slopes(row);
        for (int j = 0; j < 2; j++) {
            double[] up = row.clone();
            double[] down = row.clone();
            up[j] += 1e-6;
            down[j] -= 1e-6;
            for (int k = 0; k < slopes.length; k++) {
                assertEquals((terms.at(up)[k] - terms.at(down)[k]) / 2e-6, slopes[k][j], 1e-6);
            }
        }
    }

    @Test
    void misfit_is_that_of_polynomials_fitted_without_each_value() {
        Terms terms = new Terms(BOTH_CURVED, 3, 100);
        List<double[]> rows = Samples.drawn(15, 2, 8);
        double[][] basis = rows.stream().map(terms::at).toArray(double[][]::new);
        double[] values = rows.stream()
                .mapToDouble(row -> StrictMath.sin(5 * row[0]) * row[1])
                .toArray();
        Ridge ridge = Ridge.best(terms, basis, values);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            List<double[]> others = new ArrayList<>(Arrays.asList(basis));
            others.remove(i);
            double[] theirs = new double[values.length - 1];
            System.arraycopy(values, 0, theirs, 0, i);
            System.arraycopy(values, i + 1, theirs, i, theirs.length - i);
            double missed = values[i]
                    - ridge.again(others.toArray(double[][]::new), theirs).at(basis[i]);
            sum += missed * missed / values.length;
        }
        assertEquals(sum, ridge.misfit(), 1e-9 * sum);
    }

    @Test
    void a_hull_holds_its_rows_and_their_weighted_means_only() {
        for (int width = 1; width <= 3; width++) {
            double[][] rows = Samples.drawn(15, width, 9 + width).toArray(double[][]::new);
            Range hull = Range.around(rows, true);
            Keyed keyed = Keyed.of(4, width);
            for (int i = 0; i < 200; i++) {
                double[] shares = keyed.dirichlet(rows.length);
                assertTrue(hull.holds(mixed(rows, shares)));
                assertFalse(hull.holds(beyond(rows, keyed)));
            }
            for (double[] row : rows) {
                assertTrue(hull.holds(row));
            }
        }
    }

    @Test
    void a_flat_hull_is_flat() {
        Hull hull = new Hull(new double[][] {{0, 0, 0.5}, {1, 0, 0.5}, {0, 1, 0.5}, {1, 1, 0.5}, {0.5, 0.5, 0.5}});
        assertTrue(hull.holds(new double[] {0.2, 0.7, 0.5}));
        assertTrue(hull.holds(new double[] {1, 0.5, 0.5}));
        assertFalse(hull.holds(new double[] {0.2, 0.7, 0.50001}));
        Range line = new Polygon(new double[][] {{0, 0}, {1, 1}, {0.5, 0.5}});
        assertTrue(line.holds(new double[] {0.4, 0.4}));
        assertFalse(line.holds(new double[] {0.4, 0.41}) || line.holds(new double[] {1.01, 1.01}));
        assertTrue(new Polygon(new double[][] {{0.3, 0.4}, {0.3, 0.4}}).holds(new double[] {0.3, 0.4}));
    }

    private static double[] mixed(double[][] rows, double[] shares) {
        double[] mean = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += shares[i] * rows[i][j];
            }
        }
        return mean;
    }

    /** A point farther along a direction than every row. */
    private static double[] beyond(double[][] rows, Keyed keyed) {
        double[] direction = new double[rows[0].length];
        Arrays.setAll(direction, j -> keyed.normal());
        double length = Math.sqrt(dot(direction, direction));
        double reach = Arrays.stream(rows)
                .mapToDouble(row -> dot(row, direction))
                .max()
                .orElseThrow();
        double[] farthest = Arrays.stream(rows)
                .filter(row -> dot(row, direction) == reach)
                .findFirst()
                .orElseThrow()
                .clone();
        Arrays.setAll(farthest, j -> farthest[j] + 1e-4 * direction[j] / length);
        return farthest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
