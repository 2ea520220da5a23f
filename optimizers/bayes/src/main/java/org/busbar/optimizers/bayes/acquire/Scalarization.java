package org.busbar.optimizers.bayes.acquire;

import java.util.Arrays;
import java.util.List;
import org.busbar.api.optimize.Model;

/**
 * Several objectives as one: the least of the weighted objectives plus 0.05 times their sum, each scaled to [0, 1].
 *
 * @param weights one per objective
 * @param low what becomes 0
 * @param range what becomes 1 less what becomes 0; above 0
 */
record Scalarization(double[] weights, double[] low, double[] range) {

    private static final double SUM = 0.05;

    /** The value; writes into {@code partials} how it changes with each objective. */
    double of(double[] values, double[] partials) {
        int least = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int m = 0; m < weights.length; m++) {
            double weighted = weights[m] * (values[m] - low[m]) / range[m];
            least = weighted < lowest ? m : least;
            lowest = Math.min(lowest, weighted);
            sum += weighted;
            partials[m] = SUM * weights[m] / range[m];
        }
        partials[least] += weights[least] / range[least];
        return lowest + SUM * sum;
    }

    /** The mean and deviation of the value where objectives are normal, from draws; with how they change. */
    Moments moments(double[] means, double[] deviations, double[][] draws) {
        int size = weights.length;
        double[] values = new double[draws.length];
        double[][] slopes = new double[draws.length][2 * size];
        for (int s = 0; s < draws.length; s++) {
            double[] at = new double[size];
            double[] draw = draws[s];
            Arrays.setAll(at, m -> means[m] + deviations[m] * draw[m]);
            values[s] = of(at, slopes[s]);
            for (int m = 0; m < size; m++) {
                slopes[s][size + m] = slopes[s][m] * draw[m];
            }
        }
        return Moments.of(values, slopes);
    }

    /** The means of the value at rows. */
    double[] means(List<Model> models, double[][] rows, double[][] draws) {
        List<Model.Forecast> forecasts =
                models.stream().map(model -> model.predict(rows)).toList();
        double[] means = new double[rows.length];
        Arrays.setAll(means, r -> at(forecasts, r, draws).mean());
        return means;
    }

    Moments at(List<Model.Forecast> forecasts, int row, double[][] draws) {
        double[] means = forecasts.stream().mapToDouble(one -> one.means()[row]).toArray();
        double[] deviations =
                forecasts.stream().mapToDouble(one -> one.deviations()[row]).toArray();
        return moments(means, deviations, draws);
    }

    /**
     * @param ofMean how the mean changes with the mean of each objective, then with the deviation of each
     * @param ofDeviation likewise for the deviation
     */
    record Moments(double mean, double deviation, double[] ofMean, double[] ofDeviation) {

        private static final double ROUNDING = 1e-12;

        static Moments of(double[] values, double[][] slopes) {
            double mean = Logs.total(values) / values.length;
            double[] ofMean = new double[slopes[0].length];
            double[] ofVariance = new double[ofMean.length];
            double variance = 0;
            for (int s = 0; s < values.length; s++) {
                double away = (values[s] - mean) / values.length;
                variance += away * (values[s] - mean);
                for (int i = 0; i < ofMean.length; i++) {
                    ofMean[i] += slopes[s][i] / values.length;
                    ofVariance[i] += 2 * away * slopes[s][i];
                }
            }
            double deviation = Math.sqrt(variance) > ROUNDING ? Math.sqrt(variance) : 0;
            double half = deviation == 0 ? 0 : 0.5 / deviation;
            return new Moments(
                    mean,
                    deviation,
                    ofMean,
                    Arrays.stream(ofVariance).map(v -> half * v).toArray());
        }
    }
}
