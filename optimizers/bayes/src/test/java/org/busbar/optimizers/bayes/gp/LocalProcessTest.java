package org.busbar.optimizers.bayes.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;

class LocalProcessTest {

    private static final Hyperparameters PLAIN = Hyperparameters.of(new double[] {0.3, 0.3}, 0.001);

    @Test
    void few_rows_are_one_exact_process() {
        Data data = Surface.sample(60, 2, 1);
        double[][] rows = Surface.sample(10, 2, 2).rows();
        Moments local = LocalProcess.of(Kernel.MATERN_52, PLAIN, data).predict(rows);
        Moments exact = GaussianProcess.of(Kernel.MATERN_52, PLAIN, data).predict(rows);
        assertArrayEquals(exact.means(), local.means(), 1e-12);
        assertArrayEquals(exact.sds(), local.sds(), 1e-12);
    }

    @Test
    void many_rows_are_fitted_by_their_neighbours() {
        Posterior posterior = Trainer.standard().fitLarge(Surface.sample(2_200, 2, 1), Keyed.of(1));
        LocalProcess local = assertInstanceOf(LocalProcess.class, posterior);
        Data unseen = Surface.sample(100, 2, 2, x -> Math.sin(4 * x[0]) + x[1] * x[1], 0);
        Moments moments = local.predict(unseen.rows());
        assertArrayEquals(unseen.values(), moments.means(), 0.05);
        double[] row = unseen.row(7);
        assertEquals(moments.means()[7], local.tangent(row).mean(), 1e-12);
        assertEquals(500, local.near(row).data().size());
    }

    @Test
    void learns_one_row_more_where_it_matters() {
        LocalProcess local = LocalProcess.of(Kernel.MATERN_52, PLAIN, Surface.sample(600, 2, 1));
        double[] row = {0.97, 0.03};
        double before = local.predict(row).sds()[0];
        assertTrue(local.with(row, 1, 0).predict(row).sds()[0] < before / 2);
    }

    @Test
    void refuses_more_rows_than_it_can_hold() {
        Data many = Surface.sample(10_001, 1, 1);
        Hyperparameters one = Hyperparameters.of(new double[] {1}, 0.01);
        assertThrows(IllegalArgumentException.class, () -> LocalProcess.of(Kernel.RBF, one, many));
    }
}
