package org.busbar.distribution.bench.optimizers.report;

import java.util.Arrays;
import java.util.List;
import org.busbar.distribution.bench.optimizers.metrics.Area;
import org.busbar.distribution.bench.optimizers.metrics.Yardstick;
import org.busbar.distribution.bench.optimizers.records.Replay;
import org.busbar.distribution.bench.optimizers.records.Run;

/**
 * What a run is worth.
 *
 * @param engine name and version
 * @param values the first objective of each point without noise, larger is better
 * @param regrets after each point
 * @param area mean logarithm of the regret, lower is better
 */
record Score(Run run, String engine, List<Double> values, List<Double> regrets, double area) {

    static Score of(Replay replay) {
        Run run = replay.run();
        Yardstick yardstick = replay.variant().problem().yardstick();
        double[] regrets = yardstick.regrets(replay.outcomes());
        return new Score(
                run,
                run.engine() + " " + run.version(),
                replay.outcomes().stream().map(outcome -> outcome[0]).toList(),
                Arrays.stream(regrets).boxed().toList(),
                Area.of(run.n0(), yardstick.floor(), regrets));
    }

    double[] valueArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The regret after so many points; that at the end if the run was shorter. */
    double regretAfter(int tries) {
        return regrets.get(Math.min(tries, regrets.size()) - 1);
    }
}
