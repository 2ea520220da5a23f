package org.busbar.optimizers.bayes.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GaussianProcessTest {

    private static final Hyperparameters PLAIN = Hyperparameters.of(new double[] {0.4, 0.7}, 0.001);
    private static final double[][] ROWS = {{0.31, 0.72}, {0.05, 0.99}, {1.4, -0.3}};

    private final Data data = Surface.sample(23, 2, 7);
    private final GaussianProcess process = GaussianProcess.of(Kernel.MATERN_52, PLAIN, data);

    @Test
    void without_rows_it_is_the_prior() {
        GaussianProcess prior = GaussianProcess.of(Kernel.RBF, PLAIN, Data.of(2, new double[0][], new double[0]));
        Moments moments = prior.predict(ROWS);
        assertArrayEquals(new double[] {0, 0, 0}, moments.means(), 0);
        assertArrayEquals(new double[] {1, 1, 1}, moments.sds(), 0);
        assertEquals(0, prior.tangent(ROWS[0]).meanSlope()[0], 0);
        double value = prior.with(new double[] {0.5, 0.5}, 2, 0)
                .predict(new double[] {0.5, 0.5})
                .means()[0];
        assertEquals(2, value, 1e-5);
    }

    @Test
    void one_row_is_the_mean_everywhere() {
        GaussianProcess one =
                GaussianProcess.of(Kernel.RBF, PLAIN, Data.of(2, new double[][] {{0.5, 0.5}}, new double[] {0.8}));
        Moments moments = one.predict(new double[] {0.5, 0.5}, new double[] {9, 9});
        assertArrayEquals(new double[] {0.8, 0.8}, moments.means(), 1e-12);
        assertEquals(Math.sqrt(1 - 1 / 1.001), moments.sds()[0], 1e-12);
        assertEquals(1, moments.sds()[1], 1e-12);
    }

    @Test
    void passes_through_values_known_exactly() {
        Data exact = Data.of(2, data.rows(), data.values(), new double[data.size()]);
        Moments moments = GaussianProcess.of(Kernel.MATERN_52, PLAIN, exact).predict(data.rows());
        assertArrayEquals(data.values(), moments.means(), 1e-3);
        assertTrue(moments.sds()[0] < 2e-3);
    }

    @Test
    void takes_two_values_of_one_row_for_noise() {
        Data twice = Data.of(2, new double[][] {{0.5, 0.5}, {0.5, 0.5}, {0, 0}}, new double[] {1, 2, 0});
        double mean = GaussianProcess.of(Kernel.RBF, PLAIN, twice)
                .predict(new double[] {0.5, 0.5})
                .means()[0];
        assertEquals(1.5, mean, 1e-2);
    }

    @ParameterizedTest
    @EnumSource
    void tangents_are_those_of_finite_differences(Kernel kernel) {
        GaussianProcess any = GaussianProcess.of(kernel, PLAIN, data);
        for (double[] row : ROWS) {
            Tangent tangent = any.tangent(row);
            assertEquals(any.predict(row).means()[0], tangent.mean(), 1e-12);
            assertEquals(any.predict(row).sds()[0], tangent.sd(), 1e-9);
            Surface.assertSlope(x -> any.tangent(x).mean(), row, tangent.meanSlope(), 1e-6);
            Surface.assertSlope(x -> any.tangent(x).sd(), row, tangent.sdSlope(), 1e-6);
        }
    }

    @Test
    void covariance_has_the_variances_on_its_diagonal_and_is_symmetric() {
        double[][] covariance = process.covariance(ROWS, ROWS);
        double[] sds = process.predict(ROWS).sds();
        for (int i = 0; i < 3; i++) {
            assertEquals(sds[i] * sds[i], covariance[i][i], 1e-12);
            assertEquals(covariance[i][0], covariance[0][i], 1e-12);
        }
    }

    @Test
    void a_row_more_gives_what_all_rows_give_with_the_same_mean() {
        double[] row = {0.5, 0.1};
        GaussianProcess longer = process.with(row, 1.3, 0.2);
        double[][] all = longer.data().rows();
        assertEquals(24, all.length);
        Moments before = process.predict(ROWS);
        Moments after = longer.predict(ROWS);
        Moments at = process.predict(row);
        double gain = 1.3 - at.means()[0];
        double spread = at.sds()[0] * at.sds()[0] + 0.2;
        for (int i = 0; i < 3; i++) {
            double c = process.covariance(ROWS, new double[][] {row})[i][0];
            assertEquals(before.means()[i] + c * gain / spread, after.means()[i], 1e-10);
            assertEquals(Math.pow(before.sds()[i], 2) - c * c / spread, Math.pow(after.sds()[i], 2), 1e-10);
        }
    }

    @Test
    void believing_its_own_mean_changes_no_mean() {
        double[] row = {0.5, 0.1};
        GaussianProcess believer = process.with(row, process.predict(row).means()[0], Double.NaN);
        assertArrayEquals(process.predict(ROWS).means(), believer.predict(ROWS).means(), 1e-12);
        assertTrue(believer.predict(row).sds()[0] < process.predict(row).sds()[0]);
    }

    @Test
    void leaving_one_out_is_what_a_fit_without_it_predicts() {
        LeaveOneOut left = process.leaveOneOut();
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            double[] expected = without(i);
            assertEquals(expected[0], left.means()[i], 1e-9);
            assertEquals(expected[1], left.sds()[i], 1e-9);
            double z = (data.value(i) - expected[0]) / expected[1];
            sum -= Math.log(expected[1]) + z * z / 2 + Math.log(2 * Math.PI) / 2;
        }
        assertEquals(sum, left.logDensity(), 1e-7);
    }

    /** Built up row by row from a process without rows, values shifted so that the mean stays 0. */
    private double[] without(int left) {
        double mean = process.facts().mean();
        GaussianProcess rest = GaussianProcess.of(Kernel.MATERN_52, PLAIN, Data.of(2, new double[0][], new double[0]));
        for (int i = 0; i < data.size(); i++) {
            rest = i == left ? rest : rest.with(data.row(i), data.value(i) - mean, Double.NaN);
        }
        Moments moments = rest.predict(data.row(left));
        double sd = Math.sqrt(Math.pow(moments.sds()[0], 2) + PLAIN.noise());
        return new double[] {moments.means()[0] + mean, sd};
    }

    @Test
    void draws_have_the_joint_moments() {
        double[][] draws = process.draws(ROWS, 20_000, Keyed.of(4));
        double[][] covariance = process.covariance(ROWS, ROWS);
        double[] means = process.predict(ROWS).means();
        for (int i = 0; i < 3; i++) {
            double sum = 0;
            double product = 0;
            for (double[] draw : draws) {
                sum += draw[i] / draws.length;
                product += (draw[i] - means[i]) * (draw[2] - means[2]) / draws.length;
            }
            assertEquals(means[i], sum, 0.02);
            assertEquals(covariance[i][2], product, 0.02);
        }
    }

    @Test
    void a_pool_is_predicted_as_its_rows_are_one_by_one() {
        double[][] pool = Surface.sample(150, 2, 1).rows();
        Moments moments = process.predict(pool);
        assertEquals(process.predict(pool[149]).means()[0], moments.means()[149], 1e-12);
        assertEquals(process.predict(pool[70]).sds()[0], moments.sds()[70], 1e-12);
    }

    /** Printed once by this code: another bit on another machine or thread is a fault. */
    @Test
    void bits_are_those_of_other_machines() {
        Data polynomial = Surface.sample(40, 3, 3, x -> x[0] * x[0] - x[1], 0.05);
        Hyperparameters fixed = Hyperparameters.of(new double[] {0.4, 0.7, 2}, 0.01);
        GaussianProcess any = GaussianProcess.of(Kernel.MATERN_52, fixed, polynomial);
        Tangent tangent = any.tangent(new double[] {0.1, 0.2, 0.3});
        assertEquals(
                "12.370253410480146 -0.11360492344524335 -0.09792703208028909",
                any.facts().evidence() + " " + tangent.mean() + " " + tangent.sdSlope()[0]);
    }

    @Test
    void refuses_what_is_not_finite_and_names_it() {
        assertMessage("row 1, column 0: NaN", () -> process.predict(ROWS[0], new double[] {Double.NaN, 0}));
        assertMessage("row 23: the value Infinity", () -> process.with(ROWS[0], Double.POSITIVE_INFINITY, 0));
        assertMessage("row 23: the variance -1.0", () -> process.with(ROWS[0], 1, -1));
        assertMessage("row 0 has 1 columns, not 2", () -> process.tangent(new double[1]));
        assertMessage("1 rows, 2 values", () -> Data.of(1, new double[1][1], new double[2]));
        assertMessage(
                "2 length scales for 1 columns", () -> GaussianProcess.of(Kernel.RBF, PLAIN, Surface.sample(3, 1, 1)));
        assertMessage("hyper-parameter 0.0", () -> Hyperparameters.of(new double[] {1}, 0));
    }

    private static void assertMessage(String part, Executable bad) {
        String message = assertThrows(IllegalArgumentException.class, bad).getMessage();
        assertTrue(message.contains(part), message);
    }
}
