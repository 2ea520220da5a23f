package org.busbar.optimizers.bayes.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;

class DecompositionTest {

    private static final int GRID = 60; // midpoints per column: errors below 1e-4
    private static final double[][] OPTIONS = {{Math.sqrt(0.5), 0}, {0, Math.sqrt(0.5)}};

    private final GaussianProcess process = process(Kernel.RBF);
    private final Decomposition shares = new Decomposition(
            process,
            List.of(
                    new Decomposition.Group.Uniform(0, 0, 1),
                    new Decomposition.Group.Uniform(1, 0.2, 0.7),
                    new Decomposition.Group.Options(new int[] {2, 3}, OPTIONS)));

    private static GaussianProcess process(Kernel kernel) {
        Keyed keyed = Keyed.of(4);
        double[][] rows = new double[12][];
        double[] values = new double[12];
        for (int i = 0; i < 12; i++) {
            double[] option = OPTIONS[i % 2];
            rows[i] = new double[] {keyed.uniform(), keyed.uniform(), option[0], option[1]};
            values[i] = 2 * rows[i][0] + StrictMath.sin(6 * rows[i][1]) * (i % 2 + 0.5) + rows[i][0] * rows[i][1];
        }
        Hyperparameters given = Hyperparameters.of(new double[] {0.5, 0.4, 1, 1.2}, 1e-3);
        return GaussianProcess.of(kernel, given, Data.of(4, rows, values));
    }

    /** The variance of the mean expected, given what {@code fixed} makes of a point. */
    private double variance(ToDoubleFunction<int[]> known) {
        double[] sums = new double[GRID * GRID * 2];
        double[] counts = new double[sums.length];
        double all = 0;
        for (int i = 0; i < GRID; i++) {
            for (int j = 0; j < GRID; j++) {
                for (int o = 0; o < 2; o++) {
                    double[] row = {(i + 0.5) / GRID, 0.2 + 0.5 * (j + 0.5) / GRID, OPTIONS[o][0], OPTIONS[o][1]};
                    double mean = process.predict(row).means()[0];
                    int place = (int) known.applyAsDouble(new int[] {i, j, o});
                    sums[place] += mean;
                    counts[place]++;
                    all += mean / sums.length;
                }
            }
        }
        double variance = 0;
        for (int place = 0; place < sums.length; place++) {
            if (counts[place] > 0) {
                double apart = sums[place] / counts[place] - all;
                variance += apart * apart * counts[place] / sums.length;
            }
        }
        return variance;
    }

    @Test
    void shares_are_those_of_the_mean_by_quadrature() {
        double all = variance(at -> (at[0] * GRID + at[1]) * 2 + at[2]);
        assertEquals(all, shares.variance(), 2e-3 * all);
        double[] first = {variance(at -> at[0]) / all, variance(at -> at[1]) / all, variance(at -> at[2]) / all};
        assertArrayEquals(first, shares.first(), 1e-3);
        double[] total = {
            1 - variance(at -> at[1] * 2 + at[2]) / all,
            1 - variance(at -> at[0] * 2 + at[2]) / all,
            1 - variance(at -> at[0] * GRID + at[1]) / all
        };
        assertArrayEquals(total, shares.total(), 1e-3);
    }

    @Test
    void fair_shares_add_up_to_one_and_lie_between_first_and_total() {
        double[] shapley = shares.shapley();
        assertEquals(1, Arrays.stream(shapley).sum(), 1e-9);
        for (int g = 0; g < 3; g++) {
            assertTrue(shares.first()[g] <= shapley[g] + 1e-9 && shapley[g] <= shares.total()[g] + 1e-9);
        }
    }

    @Test
    void nothing_is_shared_where_nothing_varies() {
        GaussianProcess flat = GaussianProcess.of(
                Kernel.RBF,
                Hyperparameters.of(new double[] {1}, 0.1),
                Data.of(1, new double[][] {{0.2}, {0.9}}, new double[2]));
        Decomposition none = new Decomposition(flat, List.of(new Decomposition.Group.Uniform(0, 0, 1)));
        assertEquals(0, none.variance());
        assertArrayEquals(new double[1], none.first());
        assertArrayEquals(new double[1], none.shapley());
    }

    @Test
    void other_kernels_are_refused() {
        GaussianProcess matern = process(Kernel.MATERN_52);
        String message = assertThrows(IllegalArgumentException.class, () -> new Decomposition(matern, List.of()))
                .getMessage();
        assertTrue(message.contains("MATERN_52 has no closed form"), message);
    }
}
