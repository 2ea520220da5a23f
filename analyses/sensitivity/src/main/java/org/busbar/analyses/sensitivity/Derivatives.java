package org.busbar.analyses.sensitivity;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Sobol;

/**
 * Root mean square derivatives over the ranges (I. M. Sobol', S. Kucherenko, Math. Comput. Simul. 79 (2009) 3009,
 * doi:10.1016/j.matcom.2009.01.023).
 *
 * @param perUnit in units of the output per unit of each input
 * @param perRange in units of the output per range of each input
 */
record Derivatives(Estimates perUnit, double[] perRange) {

    /** A gradient as a function of places in the unit cube, by each coordinate of the cube. */
    @FunctionalInterface
    interface Gradient {

        double[] at(double[] unit);
    }

    /** Nothing estimated. */
    static Derivatives none() {
        return new Derivatives(Estimates.none(), new double[0]);
    }

    /**
     * Estimates them at scrambled Sobol points.
     *
     * @throws InterruptedException if told to stop
     */
    static Derivatives of(Gradient gradient, Ranges ranges, int samples, Keyed scramble, Bootstrap bootstrap)
            throws InterruptedException {
        double[][] perRange = new double[samples][];
        double[][] perUnit = new double[samples][ranges.size()];
        Sobol points = new Sobol(ranges.size(), scramble);
        for (int n = 0; n < samples; n++) {
            Bootstrap.requireTime();
            double[] unit = points.next();
            perRange[n] = gradient.at(unit);
            for (int i = 0; i < unit.length; i++) {
                perUnit[n][i] = perRange[n][i] * ranges.slope(i, unit[i]);
            }
        }
        return new Derivatives(
                bootstrap.of(samples, counts -> rootMeanSquares(perUnit, counts)), rootMeanSquares(perRange));
    }

    private static double[] rootMeanSquares(double[][] rows, int[] counts) {
        double[] sums = new double[rows[0].length];
        for (int n = 0; n < rows.length; n++) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += counts[n] * rows[n][i] * rows[n][i];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.sqrt(sums[i] / rows.length);
        }
        return sums;
    }

    static double[] rootMeanSquares(double[][] rows) {
        int[] once = new int[rows.length];
        Arrays.fill(once, 1);
        return rootMeanSquares(rows, once);
    }
}
