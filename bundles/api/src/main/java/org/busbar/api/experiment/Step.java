package org.busbar.api.experiment;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;

/**
 * One thing to be done in a sequence, or an order in which others are.
 *
 * <p>Each execution of a step has a path: its id, after {@code loop[3]/} for the third pass of a loop and {@code nested/}
 * for a step of a nested sequence.
 */
public sealed interface Step {

    /** Unique in its sequence; letters, digits, hyphens and underscores. */
    String id();

    /** Where each input comes from, by the name of the input. */
    default Map<String, Input> inputs() {
        return Map.of();
    }

    /** The lists of steps it holds; a nested sequence is another one and none of them. */
    default List<List<Step>> blocks() {
        return List.of();
    }

    /**
     * An action of a device.
     *
     * @param action the name of the action
     * @param device the {@code lab.id} of a device or the name of a role; empty for any free device that has the action
     *     and accepts the inputs
     */
    record Act(String id, String action, String device, Map<String, Input> inputs, Terms terms) implements Step {
        public Act {
            inputs = ordered(inputs);
        }

        /** An action on the default terms. */
        public Act(String id, String action, String device, Map<String, Input> inputs) {
            this(id, action, device, inputs, Terms.DEFAULT);
        }
    }

    /**
     * A calculation.
     *
     * @param analysis the {@code lab.id} of the analysis
     */
    record Analyse(String id, String analysis, Map<String, Input> inputs, Terms terms) implements Step {
        public Analyse {
            inputs = ordered(inputs);
        }

        /** A calculation on the default terms. */
        public Analyse(String id, String analysis, Map<String, Input> inputs) {
            this(id, analysis, inputs, Terms.DEFAULT);
        }
    }

    /** Another sequence as a step; its outputs are those of the step. */
    record Nested(String id, Sequence sequence, Map<String, Input> inputs) implements Step {
        public Nested {
            inputs = ordered(inputs);
        }
    }

    /** Branches at the same time; done when all are. A branch sees nothing of the others. */
    record Parallel(String id, List<List<Step>> branches) implements Step {
        public Parallel {
            branches = branches.stream().map(List::copyOf).toList();
        }

        @Override
        public List<List<Step>> blocks() {
            return branches;
        }
    }

    /**
     * Passes of the same steps, one after the other. Gives {@code passes}, how many there were.
     *
     * @param times how many at most, a whole number
     * @param until ends it, looked at after each pass
     */
    record Repeat(String id, Input times, Optional<Condition> until, List<Step> steps) implements Step {
        public Repeat {
            steps = List.copyOf(steps);
        }

        @Override
        public List<List<Step>> blocks() {
            return List.of(steps);
        }
    }

    /** One of two ways. Only what both ways have done is there afterwards. */
    record Choose(String id, Condition condition, List<Step> then, List<Step> otherwise) implements Step {
        public Choose {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public List<List<Step>> blocks() {
            return List.of(then, otherwise);
        }
    }

    /**
     * Waits.
     *
     * @param time how long, at most if there is a condition
     * @param until what for; if it does not hold in {@code time}, the step fails
     * @param every how often it is looked at
     */
    record Wait(String id, Input time, Optional<Condition> until, Duration every) implements Step {}

    /** A person fills in a form, whose fields are the outputs. */
    record Ask(String id, String text, List<Parameter> form) implements Step {
        public Ask {
            form = List.copyOf(form);
        }
    }

    /**
     * An optimizer chooses the next point, whose parameters are the outputs.
     *
     * @param optimizer its {@code lab.id}
     * @param past what was observed before this run
     * @param learns for each objective, the output of this loop that observes it; empty outside a loop
     */
    record Suggest(
            String id, String optimizer, Problem problem, List<Observation> past, Map<String, Input.Output> learns)
            implements Step {
        public Suggest {
            past = List.copyOf(past);
            learns = Collections.unmodifiableMap(new LinkedHashMap<>(learns));
        }
    }

    /**
     * Steps that have devices and positions for themselves, all taken together before the first; they may use no others.
     *
     * @param devices {@code lab.id}s or names of roles
     */
    record Use(String id, List<String> devices, List<String> positions, List<Step> steps) implements Step {
        public Use {
            devices = List.copyOf(devices);
            positions = List.copyOf(positions);
            steps = List.copyOf(steps);
        }

        @Override
        public List<List<Step>> blocks() {
            return List.of(steps);
        }
    }

    private static Map<String, Input> ordered(Map<String, Input> inputs) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }
}
