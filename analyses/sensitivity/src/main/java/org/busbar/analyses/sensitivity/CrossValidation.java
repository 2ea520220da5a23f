package org.busbar.analyses.sensitivity;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Statistics;

/**
 * What surrogates that do not know a run say about it. Where there are ten rows per length, one run is left out at fixed
 * lengths; where there are fewer, that is far too good, and lengths are found anew without a tenth of the runs.
 *
 * @param predicted for each run, in units of the output
 * @param q2 one less the mean squared error over the variance: 1 if all is predicted, 0 if nothing
 */
record CrossValidation(double[] predicted, double q2) {

    private static final int FOLDS = 10;
    private static final int ROWS_PER_LENGTH = 10;

    /**
     * Checks a surrogate in the way that its rows ask for.
     *
     * @param unit one row per run, inputs scaled to their ranges
     * @throws InterruptedException if told to stop
     */
    static CrossValidation of(Surrogate surrogate, double[][] unit, double[] y, Keyed draws)
            throws InterruptedException {
        double[] alone = surrogate.leaveOneOut();
        return y.length >= ROWS_PER_LENGTH * (unit[0].length + 1)
                ? new CrossValidation(alone, q2(y, alone))
                : folded(surrogate, unit, y, draws);
    }

    /**
     * Fits ten times without a tenth of the runs, or as often as there are runs if these are fewer; each search begins at
     * the lengths of all runs.
     */
    private static CrossValidation folded(Surrogate surrogate, double[][] unit, double[] y, Keyed draws)
            throws InterruptedException {
        int[] order = draws.permutation(y.length);
        double[] predicted = new double[y.length];
        int folds = Math.min(FOLDS, y.length);
        for (int fold = 0; fold < folds; fold++) {
            int left = fold;
            int[] rows =
                    Arrays.stream(order).filter(i -> order[i] % folds != left).toArray();
            Surrogate without = ProcessFit.again(surrogate, pick(unit, rows), pick(y, rows));
            for (int i = 0; i < y.length; i++) {
                predicted[i] = order[i] % folds == left ? without.mean(unit[i]) : predicted[i];
            }
        }
        return new CrossValidation(predicted, q2(y, predicted));
    }

    private static double q2(double[] y, double[] predicted) {
        double mean = Statistics.mean(y);
        double errors = 0;
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            errors += (y[i] - predicted[i]) * (y[i] - predicted[i]);
            squares += (y[i] - mean) * (y[i] - mean);
        }
        return 1 - errors / squares;
    }

    private static double[][] pick(double[][] rows, int[] which) {
        return Arrays.stream(which).mapToObj(i -> rows[i]).toArray(double[][]::new);
    }

    private static double[] pick(double[] numbers, int[] which) {
        return Arrays.stream(which).mapToDouble(i -> numbers[i]).toArray();
    }
}
