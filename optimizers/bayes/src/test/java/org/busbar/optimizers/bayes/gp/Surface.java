package org.busbar.optimizers.bayes.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.ToDoubleFunction;
import org.busbar.optimizers.search.numeric.Keyed;

/** Data and checks that several tests share. */
final class Surface {

    private Surface() {}

    /** Rows in [0, 1] with a smooth function of the first two columns and a little noise. */
    static Data sample(int n, int columns, long seed) {
        return sample(n, columns, seed, x -> Math.sin(4 * x[0]) + (columns > 1 ? x[1] * x[1] : 0), 0.02);
    }

    static Data sample(int n, int columns, long seed, ToDoubleFunction<double[]> function, double noise) {
        Keyed keyed = Keyed.of(seed);
        double[][] rows = new double[n][columns];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < columns; k++) {
                rows[i][k] = keyed.uniform();
            }
            values[i] = function.applyAsDouble(rows[i]) + noise * keyed.normal();
        }
        return Data.of(columns, rows, values);
    }

    /** Compares a slope with central differences. */
    static void assertSlope(ToDoubleFunction<double[]> function, double[] at, double[] slope, double tolerance) {
        double step = 1e-5;
        for (int i = 0; i < at.length; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += step;
            down[i] -= step;
            double expected = (function.applyAsDouble(up) - function.applyAsDouble(down)) / (2 * step);
            assertEquals(expected, slope[i], tolerance * Math.max(1, Math.abs(expected)), "slope " + i);
        }
    }
}
