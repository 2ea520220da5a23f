package org.busbar.distribution.bench.optimizers.report;

import java.util.List;
import org.busbar.distribution.bench.optimizers.statistics.Sample;

/**
 * The regret of an engine over tries.
 *
 * @param mean over the runs, after each try
 * @param low the lower quartile
 * @param high the upper quartile
 */
record Curve(String engine, double[] mean, double[] low, double[] high) {

    /** Up to the end of the shortest run. */
    static Curve of(String engine, List<Score> runs) {
        int tries = runs.stream().mapToInt(run -> run.regrets().size()).min().orElse(0);
        Curve curve = new Curve(engine, new double[tries], new double[tries], new double[tries]);
        for (int t = 0; t < tries; t++) {
            int after = t + 1;
            double[] regrets =
                    runs.stream().mapToDouble(run -> run.regretAfter(after)).toArray();
            curve.mean[t] = Sample.mean(regrets);
            curve.low[t] = Sample.quantile(0.25, regrets);
            curve.high[t] = Sample.quantile(0.75, regrets);
        }
        return curve;
    }
}
