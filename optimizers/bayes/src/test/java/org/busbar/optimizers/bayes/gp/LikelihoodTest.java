package org.busbar.optimizers.bayes.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LikelihoodTest {

    private static final double[][] ROWS = {{0.1, 0.2}, {0.4, 0.9}, {0.7, 0.3}, {0.9, 0.8}};
    private static final double[] VALUES = {-1.2, 0.5, 0.3, 0.9};

    /** Computed apart from this program, by Gaussian elimination with 50 decimal digits. */
    @ParameterizedTest
    @CsvSource({
        "MATERN_52, -5.0720257499185785, -0.0963382517064245, 0.25554809754023046, 0.22004355773434820",
        "MATERN_32, -5.0065436428008055, -0.0626863409112924, 0.27291057744171080, 0.30951388457352349",
        "RBF, -5.2443237500604765, -0.2129085485815645, 0.21967689512144235, 0.12579595507721025"
    })
    void agrees_with_a_computation_of_50_digits(Kernel kernel, double evidence, double mean, double at, double sd) {
        Hyperparameters hyperparameters = Hyperparameters.of(new double[] {0.5, 1.5}, 0.01);
        Data data = Data.of(2, ROWS, VALUES);
        assertEquals(evidence, new Likelihood(kernel, data).at(hyperparameters.logs()), 1e-12);
        GaussianProcess process = GaussianProcess.of(kernel, hyperparameters, data);
        assertEquals(evidence, process.facts().evidence(), 1e-12);
        assertEquals(mean, process.facts().mean(), 1e-12);
        Moments moments = process.predict(new double[] {0.5, 0.5});
        assertEquals(at, moments.means()[0], 1e-12);
        assertEquals(sd, moments.sds()[0], 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void slope_is_that_of_finite_differences(Kernel kernel) {
        Data data = Data.of(2, ROWS, VALUES, new double[] {Double.NaN, 0.02, Double.NaN, 0.3});
        Likelihood likelihood = new Likelihood(kernel, data);
        double[] at = {-0.4, 0.3, -3};
        double[] slope = new double[3];
        assertEquals(likelihood.at(at), likelihood.at(at, slope), 0);
        Surface.assertSlope(likelihood::at, at, slope, 1e-7);
    }

    @Test
    void slope_holds_for_many_rows_and_columns() {
        Likelihood likelihood = new Likelihood(Kernel.MATERN_52, Surface.sample(37, 5, 3));
        double[] at = {-0.4, 0.3, 0.1, 1, -1, -3};
        double[] slope = new double[6];
        likelihood.at(at, slope);
        Surface.assertSlope(likelihood::at, at, slope, 1e-6);
    }

    @Test
    void posterior_slope_is_that_of_finite_differences_and_samplers_see_the_density_over_logs() {
        LogPosterior posterior =
                new LogPosterior(new Likelihood(Kernel.RBF, Surface.sample(12, 2, 1)), Priors.Family.LOG_NORMAL.of(2));
        double[] at = {-0.4, 0.3, -3};
        double[] slope = new double[3];
        double negative = posterior.at(at, slope);
        Surface.assertSlope(x -> posterior.at(x, new double[3]), at, slope, 1e-7);
        assertEquals(-negative - 0.4 + 0.3 - 3, posterior.overLogs(at), 1e-9);
        assertTrue(Double.isInfinite(posterior.overLogs(new double[] {-9, 0, -3})));
    }
}
