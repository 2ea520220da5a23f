package org.busbar.optimizers.bayes.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PathwiseTest {

    private static final int DRAWS = 600;

    private final Data data = Surface.sample(8, 2, 7);
    private final Hyperparameters hyperparameters = Hyperparameters.of(new double[] {0.4, 0.7}, 0.01);

    @ParameterizedTest
    @EnumSource
    void draws_have_mean_and_variance_of_the_process(Kernel kernel) {
        GaussianProcess process = GaussianProcess.of(kernel, hyperparameters, data);
        double[][] rows = {data.row(0), {0.5, 0.5}, {1.5, -0.5}};
        double[] sums = new double[3];
        double[] squares = new double[3];
        for (int i = 0; i < DRAWS; i++) {
            Pathwise path = Pathwise.draw(process, 150, Keyed.of(1, i));
            for (int r = 0; r < 3; r++) {
                double value = path.at(rows[r], new double[2]);
                sums[r] += value / DRAWS;
                squares[r] += value * value / DRAWS;
            }
        }
        Moments moments = process.predict(rows);
        for (int r = 0; r < 3; r++) {
            double sd = moments.sds()[r];
            assertEquals(moments.means()[r], sums[r], 0.15 * sd + 0.003);
            assertEquals(sd, Math.sqrt(squares[r] - sums[r] * sums[r]), 0.12 * sd);
        }
    }

    @Test
    void slope_is_that_of_finite_differences() {
        Pathwise path = Pathwise.draw(GaussianProcess.of(Kernel.MATERN_52, hyperparameters, data), 100, Keyed.of(2));
        double[] slope = new double[2];
        double[] row = {0.2, 0.9};
        path.at(row, slope);
        Surface.assertSlope(x -> path.at(x, new double[2]), row, slope, 1e-6);
    }

    @Test
    void refuses_no_features() {
        GaussianProcess process = GaussianProcess.of(Kernel.RBF, hyperparameters, data);
        assertThrows(IllegalArgumentException.class, () -> Pathwise.draw(process, 0, Keyed.of(1)));
    }
}
