package org.busbar.distribution.bench.optimizers.metrics;

import java.util.List;

/**
 * Regret of the best value so far, (best - best so far) / scale.
 *
 * @param best the largest value there is
 * @param scale best minus median for a pool, 1 for a function
 */
public record BestValue(double best, double scale, double floor) implements Yardstick {

    @Override
    public double[] regrets(List<double[]> outcomes) {
        double[] regrets = new double[outcomes.size()];
        double reached = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < regrets.length; t++) {
            reached = Math.max(reached, outcomes.get(t)[0]);
            regrets[t] = Math.max(0, (best - reached) / scale);
        }
        return regrets;
    }
}
