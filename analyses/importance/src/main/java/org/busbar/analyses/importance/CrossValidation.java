package org.busbar.analyses.importance;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.busbar.analyses.tables.Chosen;
import org.busbar.analyses.tables.Standard;

/**
 * What a model says about rows it has not learnt from.
 *
 * @param predicted for each row, by the model that learnt from all folds but its own
 */
record CrossValidation(double[] measured, double[] predicted, Folds folds) {

    private static final double LEVEL = 0.95;

    static CrossValidation of(Chosen chosen, Learner learner, Folds folds) throws InterruptedException {
        double[][] x = chosen.x();
        double[] y = chosen.y();
        double[] predicted = new double[y.length];
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] learning = folds.without(fold);
            Predictor model = learner.learn(Split.rows(x, learning), Split.rows(y, learning));
            for (int i : folds.in(fold)) {
                predicted[i] = model.predict(x[i]);
            }
        }
        return new CrossValidation(y, predicted, folds);
    }

    /** Measured less predicted. */
    double[] residuals() {
        return LinearCharts.differences(measured, predicted);
    }

    double rmse() {
        return rootMeanSquare(residuals());
    }

    /** 1 - sum of squares of the residuals/that of the deviations from the mean; may be negative. */
    double r2() {
        double spread = Standard.ofPopulation(measured).deviation();
        double error = rmse() / spread;
        return 1 - error * error;
    }

    double meanAbsoluteError() {
        double sum = 0;
        for (double residual : residuals()) {
            sum += Math.abs(residual);
        }
        return sum / measured.length;
    }

    static double rootMeanSquare(double[] residuals) {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return Math.sqrt(sum / residuals.length);
    }

    /**
     * Half the width of the 95 % interval of each row: the magnitude that that share of the residuals of the other folds
     * stays below, so that no row is judged by its own residual.
     */
    double[] reach() {
        double[] reach = new double[measured.length];
        double[] residuals = residuals();
        for (int fold = 0; fold < folds.count(); fold++) {
            double quantile = quantile(Split.rows(residuals, folds.without(fold)));
            for (int i : folds.in(fold)) {
                reach[i] = quantile;
            }
        }
        return reach;
    }

    private static double quantile(double[] residuals) {
        double[] rising = Arrays.stream(residuals).map(Math::abs).sorted().toArray();
        int place = (int) Math.ceil(LEVEL * (rising.length + 1)) - 1;
        return rising[Math.min(rising.length - 1, place)];
    }

    /** The share of the rows that lie in their interval. */
    double coverage() {
        double[] reach = reach();
        double[] residuals = residuals();
        long covered = IntStream.range(0, reach.length)
                .filter(i -> Math.abs(residuals[i]) <= reach[i])
                .count();
        return covered / (double) reach.length;
    }
}
