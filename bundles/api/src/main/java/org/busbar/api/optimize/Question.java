package org.busbar.api.optimize;

import java.util.List;
import org.busbar.api.Values;

/**
 * What an optimizer is asked.
 *
 * @param observed everything tried so far that has ended, oldest first, failures included; points may lie outside of the
 *     space if that was changed
 * @param pending points suggested earlier that have not ended
 * @param count how many points are wanted; at least 1
 * @param seed the only source of randomness allowed
 * @param settings how to choose, see {@link Optimizer#settings()}; empty for what the optimizer takes by itself
 * @param history what is known of similar problems
 */
public record Question(
        Problem problem,
        List<Observation> observed,
        List<Values> pending,
        int count,
        long seed,
        Values settings,
        List<History> history) {

    public Question {
        observed = List.copyOf(observed);
        pending = List.copyOf(pending);
        history = List.copyOf(history);
        if (count < 1) {
            throw new IllegalArgumentException("count = " + count + " is below 1");
        }
    }

    /** A question without settings and history. */
    public Question(Problem problem, List<Observation> observed, List<Values> pending, int count, long seed) {
        this(problem, observed, pending, count, seed, Values.none(), List.of());
    }

    /** The same question, to be answered with other settings. */
    public Question with(Values others) {
        return new Question(problem, observed, pending, count, seed, others, history);
    }
}
