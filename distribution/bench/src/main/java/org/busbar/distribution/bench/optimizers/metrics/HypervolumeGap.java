package org.busbar.distribution.bench.optimizers.metrics;

import java.util.List;

/**
 * Regret of the hypervolume so far, (largest - so far) / scale.
 *
 * @param largest the hypervolume of the true front
 * @param hypervolume measures the outcomes
 * @param scale the largest hypervolume for a pool, 1 for a function
 */
public record HypervolumeGap(double largest, Hypervolume hypervolume, double scale, double floor) implements Yardstick {

    @Override
    public double[] regrets(List<double[]> outcomes) {
        double[] regrets = new double[outcomes.size()];
        for (int t = 0; t < regrets.length; t++) {
            regrets[t] = Math.max(0, (largest - hypervolume.of(outcomes.subList(0, t + 1))) / scale);
        }
        return regrets;
    }
}
