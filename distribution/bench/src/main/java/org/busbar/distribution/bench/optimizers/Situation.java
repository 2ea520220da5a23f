package org.busbar.distribution.bench.optimizers;

import java.util.List;
import org.busbar.api.Values;
import org.busbar.distribution.bench.optimizers.problems.TestProblem;

/**
 * What an engine is asked.
 *
 * @param told everything that has ended, oldest first
 * @param pending points suggested earlier that have not ended
 * @param count how many points are wanted; at least 1
 * @param seed the only source of randomness allowed
 */
public record Situation(TestProblem problem, List<Trial> told, List<Values> pending, int count, long seed) {

    public Situation {
        told = List.copyOf(told);
        pending = List.copyOf(pending);
    }
}
