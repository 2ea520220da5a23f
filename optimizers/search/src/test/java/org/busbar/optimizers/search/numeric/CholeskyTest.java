package org.busbar.optimizers.search.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CholeskyTest {

    private static double[][] matrix(int n) {
        Keyed keyed = Keyed.of(n);
        double[] place = new double[n];
        for (int i = 0; i < n; i++) {
            place[i] = keyed.uniform();
        }
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = StrictMath.exp(-5 * Math.abs(place[i] - place[j])) + (i == j ? 0.01 : 0);
            }
        }
        return a;
    }

    private static double[] vector(int n, int key) {
        Keyed keyed = Keyed.of(99, key);
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = keyed.normal();
        }
        return v;
    }

    private static double[] times(double[][] a, double[] x) {
        return Arrays.stream(a).mapToDouble(row -> Vectors.dot(row, x)).toArray();
    }

    @Test
    void gives_the_factor_of_a_matrix_worked_out_by_hand() {
        Cholesky factor = Cholesky.of(new double[][] {{4, 12, -16}, {12, 37, -43}, {-16, -43, 98}});
        assertArrayEquals(new double[] {2}, factor.row(0));
        assertArrayEquals(new double[] {6, 1}, factor.row(1));
        assertArrayEquals(new double[] {-8, 5, 3}, factor.row(2));
        assertEquals(2 * StrictMath.log(6), factor.logDeterminant(), 1e-14);
        assertEquals(0, factor.jitter());
    }

    @Test
    void solves_for_sizes_on_both_sides_of_its_blocks() {
        for (int n : new int[] {1, 2, 3, 4, 5, 8, 31, 32, 33, 70}) {
            double[][] a = matrix(n);
            double[] b = vector(n, 1);
            assertArrayEquals(b, times(a, Cholesky.of(a).solve(b)), 1e-11, "n = " + n);
        }
    }

    @Test
    void reads_only_the_lower_triangle() {
        double[][] a = {{2}, {1, 2, Double.NaN}, {0.5, 0.5, 2}};
        double[][] full = {{2, 1, 0.5}, {1, 2, 0.5}, {0.5, 0.5, 2}};
        assertArrayEquals(new double[] {1, -1, 2}, times(full, Cholesky.of(a).solve(new double[] {1, -1, 2})), 1e-14);
    }

    @Test
    void many_right_hand_sides_agree_with_one_by_one_whatever_their_number() {
        Cholesky factor = Cholesky.of(matrix(37));
        double[][] rows = new double[70][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = vector(37, i);
        }
        double[][] solved = factor.forward(rows);
        for (int i = 0; i < rows.length; i++) {
            assertArrayEquals(factor.forward(rows[i]), solved[i], 1e-11);
        }
        assertArrayEquals(solved[69], factor.forward(new double[][] {rows[69]})[0]);
        assertEquals(0, factor.forward(new double[0][]).length);
    }

    @Test
    void forward_and_backward_undo_the_factor() {
        Cholesky factor = Cholesky.of(matrix(20));
        double[] z = vector(20, 2);
        assertArrayEquals(z, factor.forward(factor.multiply(z)), 1e-12);
        double[] x = factor.backward(z);
        for (int j = 0; j < 20; j++) {
            double sum = 0;
            for (int i = j; i < 20; i++) {
                sum += factor.row(i)[j] * x[i];
            }
            assertEquals(z[j], sum, 1e-12);
        }
    }

    @Test
    void inverse_is_symmetric_and_inverts() {
        for (int n : new int[] {1, 3, 6, 50}) {
            double[][] a = matrix(n);
            double[][] inverse = Cholesky.of(a).inverse();
            for (int i = 0; i < n; i++) {
                double[] product = times(a, inverse[i]);
                for (int j = 0; j < n; j++) {
                    assertEquals(i == j ? 1 : 0, product[j], 1e-11);
                    assertEquals(inverse[j][i], inverse[i][j]);
                }
            }
        }
    }

    @Test
    void log_determinant_is_that_of_the_product_of_the_pivots() {
        Cholesky factor = Cholesky.of(matrix(12));
        double product = 1;
        for (int i = 0; i < 12; i++) {
            product *= factor.row(i)[i];
        }
        assertEquals(2 * StrictMath.log(product), factor.logDeterminant(), 1e-12);
    }

    @Test
    void appending_a_row_gives_the_factor_of_the_larger_matrix() {
        double[][] a = matrix(25);
        double[][] start = Arrays.copyOf(a, 20);
        Cholesky grown = Cholesky.of(start);
        for (int n = 20; n < 25; n++) {
            grown = grown.append(Arrays.copyOf(a[n], n), a[n][n]);
        }
        Cholesky whole = Cholesky.of(a);
        assertEquals(25, grown.size());
        for (int i = 0; i < 25; i++) {
            assertArrayEquals(whole.row(i), grown.row(i), 1e-12);
        }
        assertEquals(whole.logDeterminant(), grown.logDeterminant(), 1e-11);
    }

    @Test
    void a_duplicated_row_gets_the_smallest_jitter_that_helps() {
        Cholesky factor = Cholesky.of(new double[][] {{1, 1}, {1, 1}});
        assertEquals(1e-10, factor.jitter());
        assertEquals(StrictMath.log(2e-10), factor.logDeterminant(), 1e-5);
        Cholesky appended = Cholesky.of(new double[][] {{1}}).append(new double[] {1}, 1);
        assertEquals(1e-10, appended.jitter());
    }

    @Test
    void names_the_row_that_makes_the_matrix_indefinite() {
        double[][] a = {{1, 0, 0}, {0, 1, 2}, {0, 2, 1}};
        String message = assertThrows(IllegalArgumentException.class, () -> Cholesky.of(a))
                .getMessage();
        assertTrue(message.startsWith("Row 2 "), message);
        double[][] nan = {{1, 0}, {Double.NaN, 1}};
        assertThrows(IllegalArgumentException.class, () -> Cholesky.of(nan));
        Cholesky one = Cholesky.of(new double[][] {{1}});
        assertThrows(IllegalArgumentException.class, () -> one.append(new double[] {2}, 1));
    }

    @Test
    void refuses_vectors_and_rows_of_other_lengths() {
        Cholesky factor = Cholesky.of(matrix(3));
        assertThrows(IllegalArgumentException.class, () -> factor.solve(new double[2]));
        assertThrows(IllegalArgumentException.class, () -> factor.forward(new double[][] {{1, 2}}));
        assertThrows(IllegalArgumentException.class, () -> Cholesky.of(new double[][] {{1}, {1}}));
    }
}
