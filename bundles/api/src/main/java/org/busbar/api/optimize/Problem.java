package org.busbar.api.optimize;

import java.util.List;

/**
 * What may be varied, and what is wanted.
 *
 * @param objectives at least one
 */
public record Problem(Space space, List<Objective> objectives) {

    public Problem {
        objectives = List.copyOf(objectives);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("A problem needs at least one objective");
        }
    }
}
