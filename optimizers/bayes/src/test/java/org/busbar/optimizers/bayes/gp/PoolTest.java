package org.busbar.optimizers.bayes.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class PoolTest {

    @Test
    void follows_measurements_as_the_process_itself() {
        double[][] rows = Surface.sample(70, 2, 4).rows();
        Hyperparameters hyperparameters = Hyperparameters.of(new double[] {0.4, 0.7}, 0.01);
        GaussianProcess process = GaussianProcess.of(Kernel.MATERN_52, hyperparameters, Surface.sample(20, 2, 7));
        Pool pool = Pool.of(process, rows);
        assertSame(process.predict(rows), pool.moments());
        Pool later = pool.with(rows[3], 1.2, 0.3).with(rows[9], -0.4, Double.NaN);
        GaussianProcess told = process.with(rows[3], 1.2, 0.3).with(rows[9], -0.4, Double.NaN);
        assertSame(told.predict(rows), later.moments());
        assertSame(told.predict(rows), later.process().predict(rows));
    }

    private static void assertSame(Moments expected, Moments actual) {
        assertArrayEquals(expected.means(), actual.means(), 1e-11);
        assertArrayEquals(expected.sds(), actual.sds(), 1e-10);
    }
}
