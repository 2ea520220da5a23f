package org.busbar.optimizers.bayes.acquire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Model;
import org.junit.jupiter.api.Test;

class ThompsonTest {

    private static final Acquisition THOMPSON = new Thompson();

    @Test
    void draws_have_the_moments_of_the_model_at_sites() throws Exception {
        Scene scene = Scene.smooth(0.05, new double[] {-0.4, 1.1, 0.9, 1, -0.9});
        Model model = scene.outlook().models().get(0);
        double[][] covariance = model.covariance(Scene.SITES);
        double[] means = model.predict(Scene.SITES).means();
        int draws = 1000;
        double mean = 0;
        double product = 0;
        for (int s = 0; s < draws; s++) {
            double[] worth = THOMPSON.weigh(scene.seed(s).outlook()).of(Scene.SITES);
            mean += worth[1] / draws;
            product += (worth[2] - means[2]) * (worth[4] - means[4]) / draws;
        }
        assertEquals(means[1], mean, 4 * Math.sqrt(covariance[1][1] / draws));
        double error = Math.sqrt((covariance[2][2] * covariance[4][4] + covariance[2][4] * covariance[2][4]) / draws);
        assertEquals(covariance[2][4], product, 4 * error);
    }

    @Test
    void is_one_function_however_it_is_asked() throws Exception {
        for (Model model : List.of(
                new Kriging(Scene.ROWS, new double[] {0, 1, 0, 1, 0}, 0.3, 0.1),
                new Listed(new double[] {0, 1, 2}, new double[] {1, 1, 1}))) {
            double[][] rows = model instanceof Listed ? Listed.rows(3) : Scene.ROWS;
            Scene scene = Scene.of(List.of(model), rows, new double[][] {rows[0], rows[1]});
            double[] all = THOMPSON.weigh(scene.outlook()).of(rows);
            double[] last = THOMPSON.weigh(scene.outlook()).of(new double[][] {rows[2]});
            assertEquals(all[2], last[0], 1e-12);
            assertNotEquals(all[2], THOMPSON.weigh(scene.seed(8).outlook()).of(rows)[2]);
        }
    }

    @Test
    void models_without_covariances_scatter_by_their_deviations() throws Exception {
        Model model = new Listed(new double[] {0, 1, 2}, new double[] {0, 1, 0.5});
        Scene scene = Scene.of(List.of(model), Listed.rows(3), new double[][] {{1}});
        int draws = 1000;
        double[] squares = new double[3];
        for (int s = 0; s < draws; s++) {
            double[] worth = THOMPSON.weigh(scene.seed(s).outlook()).of(Listed.rows(3));
            for (int i = 0; i < 3; i++) {
                squares[i] += (worth[i] - i) * (worth[i] - i) / draws;
            }
        }
        assertArrayEquals(new double[] {0, 1, 0.25}, squares, 0.18);
        assertEquals(0, squares[0]);
    }
}
