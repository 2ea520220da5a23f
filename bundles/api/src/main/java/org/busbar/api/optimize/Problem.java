package org.busbar.api.optimize;

import java.util.List;
import java.util.Optional;

/**
 * What may be varied, and what is wanted.
 *
 * @param objectives at least one
 * @param limits what outputs must keep; a trial that breaks one is known, but never the best
 * @param fidelity if trials may be made cheaper and less faithful
 */
public record Problem(Space space, List<Objective> objectives, List<Limit> limits, Optional<Fidelity> fidelity) {

    public Problem {
        objectives = List.copyOf(objectives);
        limits = List.copyOf(limits);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("A problem needs at least one objective");
        }
        fidelity.ifPresent(levels -> check(levels, space));
    }

    /** A problem without limits of outputs, whose trials are all equally faithful. */
    public Problem(Space space, List<Objective> objectives) {
        this(space, objectives, List.of(), Optional.empty());
    }

    /** The same in another space. */
    public Problem in(Space another) {
        return new Problem(another, objectives, limits, fidelity);
    }

    private static void check(Fidelity fidelity, Space space) {
        boolean fits = space.parameters().stream()
                .filter(parameter -> parameter.name().equals(fidelity.parameter()))
                .anyMatch(parameter -> fidelity.levels().stream().allMatch(level -> parameter.accepts(level.value())));
        if (!fits) {
            throw new IllegalArgumentException("The space has no parameter " + fidelity.parameter() + " that accepts"
                    + " all levels of fidelity: "
                    + fidelity.levels().stream().map(Fidelity.Level::value).toList());
        }
    }
}
