package org.busbar.reanalysis;

import java.util.List;
import java.util.Optional;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.jspecify.annotations.Nullable;

/**
 * A sequence at the place in a run where it was executed.
 *
 * @param base what precedes the ids of its steps outside of loops: empty, or the path of a nested step and a slash
 * @param prefix as {@code base}, and the passes of the loops one is in
 * @param outer where it was nested, and as what; null at the top
 */
record Level(Sequence sequence, String base, String prefix, @Nullable Outer outer) {

    /** Where a sequence is nested. */
    record Outer(Level level, Step.Nested as) {}

    /** A step at its level. */
    record Found(Step step, Level level) {}

    static Level top(Sequence sequence) {
        return new Level(sequence, "", "", null);
    }

    /** The step with that path, seen from the top; empty if the sequence has none. */
    static Optional<Found> find(Sequence sequence, String path) {
        String[] parts = path.split("/", -1);
        Level level = top(sequence);
        for (int i = 0; i < parts.length - 1; i++) {
            Optional<Level> next = level.inner(parts[i]);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            level = next.get();
        }
        Level last = level;
        return last.step(parts[parts.length - 1]).map(step -> new Found(step, last));
    }

    /** One part of a path further in: a pass of a loop, or a nested sequence. */
    private Optional<Level> inner(String part) {
        return part.endsWith("]")
                ? Optional.of(new Level(sequence, base, prefix + part + "/", outer))
                : step(part).filter(Step.Nested.class::isInstance).map(step -> nested((Step.Nested) step, prefix));
    }

    /** The level of a nested sequence that was executed after {@code before}. */
    Level nested(Step.Nested step, String before) {
        String inside = before + step.id() + "/";
        return new Level(step.sequence(), inside, inside, new Outer(new Level(sequence, base, before, outer), step));
    }

    /** The step of that id, in whatever block it stands. */
    Optional<Step> step(String id) {
        return step(sequence.steps(), id).or(() -> step(sequence.cleanup(), id));
    }

    private static Optional<Step> step(List<Step> steps, String id) {
        for (Step step : steps) {
            Optional<Step> found = step.id().equals(id)
                    ? Optional.of(step)
                    : step.blocks().stream()
                            .flatMap(block -> step(block, id).stream())
                            .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** This level outside of the innermost loop; empty if one is in none. */
    Optional<Level> outOfLoop() {
        if (prefix.equals(base)) {
            return Optional.empty();
        }
        String shorter = prefix.substring(0, prefix.lastIndexOf('/', prefix.length() - 2) + 1);
        return Optional.of(new Level(sequence, base, shorter, outer));
    }
}
