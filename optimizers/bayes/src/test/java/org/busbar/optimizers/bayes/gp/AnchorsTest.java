package org.busbar.optimizers.bayes.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;

class AnchorsTest {

    private final Keyed keyed = Keyed.of(3);
    private final double[][] fixed = rows(4);
    private final GaussianProcess process = process();
    private final Anchors anchors = Anchors.of(process, fixed);

    private double[][] rows(int count) {
        double[][] rows = new double[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = new double[] {keyed.uniform(), keyed.uniform()};
        }
        return rows;
    }

    private GaussianProcess process() {
        double[][] rows = rows(9);
        double[] values = new double[9];
        for (int i = 0; i < 9; i++) {
            values[i] = rows[i][0] - 2 * rows[i][1];
        }
        Hyperparameters given = Hyperparameters.of(new double[] {0.6, 0.9}, 1e-2);
        return GaussianProcess.of(Kernel.MATERN_52, given, Data.of(2, rows, values));
    }

    @Test
    void covariances_are_those_of_the_process() {
        double[][] rows = rows(6);
        double[][] expected = process.covariance(rows, fixed);
        double[][] found = anchors.covariances(rows);
        for (int i = 0; i < rows.length; i++) {
            assertArrayEquals(expected[i], found[i], 1e-10);
        }
    }

    @Test
    void slopes_are_those_of_the_covariances() {
        double[] weights = {1, -2, 0.5, 3};
        double[] row = {0.4, 0.7};
        double[] slope = anchors.slope(row, weights);
        for (int c = 0; c < 2; c++) {
            double[] up = row.clone();
            double[] down = row.clone();
            up[c] += 1e-6;
            down[c] -= 1e-6;
            double[][] around = anchors.covariances(new double[][] {up, down});
            double difference = Regression.dot(around[0], weights) - Regression.dot(around[1], weights);
            assertEquals(difference / 2e-6, slope[c], 1e-6);
        }
    }
}
