package org.busbar.distribution.bench.optimizers.metrics;

import java.util.List;

/** Says how much is missing to the best possible outcome. Immutable. */
public interface Yardstick {

    /**
     * The regret after each point, never rising, 0 when nothing is missing.
     *
     * @param outcomes per point the value of each objective, larger is better, in the order of trying
     */
    double[] regrets(List<double[]> outcomes);

    /** The smallest regret that is told apart from 0 on a logarithmic scale. */
    double floor();
}
