package org.busbar.optimizers.committee;

import java.util.Arrays;
import org.busbar.api.optimize.Model;
import org.busbar.api.optimize.Surrogate;
import org.busbar.api.optimize.Training;

/** Expects the mean of all values, each weighted with its nearness; or, if contrary, the negative of that. */
record Smoother(double sign) implements Surrogate {

    private static final double WIDTH = 0.2;

    @Override
    public Model fit(Training training) {
        return new Smooth(training.rows(), training.values(), sign);
    }

    private record Smooth(double[][] rows, double[] values, double sign) implements Model {

        @Override
        public Forecast predict(double[][] at) {
            double[] means = Arrays.stream(at).mapToDouble(this::mean).toArray();
            double[] deviations = new double[at.length];
            Arrays.fill(deviations, 0.5);
            return new Forecast(means, deviations);
        }

        private double mean(double[] row) {
            double sum = 0;
            double weights = 1e-3;
            for (int i = 0; i < rows.length; i++) {
                double weight = StrictMath.exp(-Disagreement.squared(row, rows[i]) / (2 * WIDTH * WIDTH));
                sum += sign * weight * values[i];
                weights += weight;
            }
            return sum / weights;
        }

        @Override
        public Model with(double[] row, double value) {
            double[][] more = Arrays.copyOf(rows, rows.length + 1);
            double[] gave = Arrays.copyOf(values, rows.length + 1);
            more[rows.length] = row;
            gave[rows.length] = sign * value;
            return new Smooth(more, gave, sign);
        }
    }
}
