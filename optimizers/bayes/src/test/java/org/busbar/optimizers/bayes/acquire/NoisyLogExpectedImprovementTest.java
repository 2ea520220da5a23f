package org.busbar.optimizers.bayes.acquire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;

class NoisyLogExpectedImprovementTest {

    private static final Acquisition NOISY = new NoisyLogExpectedImprovement();
    private static final double[] VALUES = {-0.4, 1.1, 0.9, 1, -0.9};
    private static final double[][] AT = {{0.33, 0.71}, {0.62, 0.55}, {0.05, 0.95}};

    @Test
    void is_the_plain_one_without_noise() throws Exception {
        Scene scene = Scene.smooth(1e-8, VALUES);
        double[] plain = new LogExpectedImprovement().weigh(scene.outlook()).of(AT);
        assertArrayEquals(plain, NOISY.weigh(scene.outlook()).of(AT), 2e-3);
    }

    @Test
    void agrees_with_joint_draws_of_all_rows_where_there_is_noise() throws Exception {
        Scene scene = Scene.smooth(0.2, VALUES).awaiting(new double[] {0.5, 0.6});
        double[] worth = NOISY.weigh(scene.outlook()).of(AT);
        Model model = scene.outlook().models().get(0);
        for (int r = 0; r < AT.length; r++) {
            double[][] rows = Arrays.copyOf(Standing.rows(scene.outlook()), 7);
            rows[6] = AT[r];
            double[] drawn = drawn(new Anchored(model, rows), 30_000);
            assertEquals(drawn[0], Math.exp(worth[r]), 4 * drawn[1] + 0.02 * drawn[0]);
        }
    }

    private static double[] drawn(Anchored anchored, int draws) {
        double sum = 0;
        double squares = 0;
        for (int s = 0; s < draws; s++) {
            double[] values = anchored.values(NormalDraws.random(7, Keyed.of(4, s)));
            double best = Arrays.stream(values, 0, 6).max().orElseThrow();
            double gain = Math.max(0, values[6] - best);
            sum += gain / draws;
            squares += gain * gain / draws;
        }
        return new double[] {sum, Math.sqrt((squares - sum * sum) / draws)};
    }

    @Test
    void what_is_awaited_lowers_the_worth_beside_it() throws Exception {
        Scene scene = Scene.smooth(0.05, VALUES);
        double[][] beside = {{0.32, 0.7}};
        double before = NOISY.weigh(scene.outlook()).of(beside)[0];
        double after =
                NOISY.weigh(scene.awaiting(new double[] {0.33, 0.71}).outlook()).of(beside)[0];
        assertTrue(after < before - 0.5, before + " then " + after);
        assertTrue(NOISY.awaits());
    }

    @Test
    void models_that_answer_in_blocks_only_give_the_same() throws Exception {
        Kriging quick = new Kriging(Scene.ROWS, VALUES, 0.35, 0.1);
        Model slow = new Model() {
            @Override
            public Forecast predict(double[][] rows) {
                return quick.predict(rows);
            }

            @Override
            public Model with(double[] row, double value) {
                return quick.with(row, value);
            }

            @Override
            public double[][] covariance(double[][] rows) {
                return quick.covariance(rows);
            }
        };
        double[] one = NOISY.weigh(
                        Scene.of(List.of(quick), Scene.ROWS, Scene.SITES).outlook())
                .of(AT);
        double[] other = NOISY.weigh(
                        Scene.of(List.of(slow), Scene.ROWS, Scene.SITES).outlook())
                .of(AT);
        assertArrayEquals(one, other, 1e-10);
    }

    @Test
    void contenders_are_the_rows_that_may_be_best() {
        double[] means = {0, 5, 5.1, -3};
        double[] deviations = {0.1, 0.3, 0.3, 2};
        double[][] rows = Contenders.of(new Listed(means, deviations), Listed.rows(4), Keyed.of(1));
        assertArrayEquals(new double[][] {{1}, {2}}, rows);
    }
}
