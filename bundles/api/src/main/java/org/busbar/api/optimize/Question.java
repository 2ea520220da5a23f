package org.busbar.api.optimize;

import java.util.List;
import org.busbar.api.Values;

/**
 * What an optimizer is asked.
 *
 * @param observed everything tried so far that has ended, oldest first, failures included
 * @param pending points suggested earlier that have not ended
 * @param count how many points are wanted; at least 1
 * @param seed the only source of randomness allowed
 */
public record Question(Problem problem, List<Observation> observed, List<Values> pending, int count, long seed) {

    public Question {
        observed = List.copyOf(observed);
        pending = List.copyOf(pending);
        if (count < 1) {
            throw new IllegalArgumentException("count = " + count + " is below 1");
        }
    }
}
