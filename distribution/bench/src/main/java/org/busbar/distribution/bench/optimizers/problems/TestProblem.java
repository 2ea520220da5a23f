package org.busbar.distribution.bench.optimizers.problems;

import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.optimize.Problem;
import org.busbar.distribution.bench.optimizers.metrics.Yardstick;

/** A problem with known answers. All its objectives are to be made large. Immutable. */
public sealed interface TestProblem permits Pool, Surface {

    String name();

    /** What an engine is shown; every objective is to be maximised. */
    Problem problem();

    /** How many points are tried in a run, the first ones included. */
    int budget();

    /**
     * The first points of a run, as the files of initial designs say.
     *
     * @throws IllegalArgumentException if the files have none for this seed, or fewer
     */
    List<Values> start(long seed, int count);

    /**
     * The value of each objective without noise; larger is better.
     *
     * @throws IllegalArgumentException if the point is none of this problem
     */
    double[] outcome(Values point);

    /** Measures how far a run has come. */
    Yardstick yardstick();

    /** Standard deviation of the first objective, over the rows or over the points of all initial designs. */
    double spread();
}
