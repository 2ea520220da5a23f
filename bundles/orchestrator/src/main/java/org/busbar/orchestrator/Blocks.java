package org.busbar.orchestrator;

import java.util.List;
import java.util.function.Consumer;
import org.busbar.api.experiment.Step;

/** The steps within a step. */
final class Blocks {

    private Blocks() {}

    /** The lists of steps a step of the same sequence holds; a nested sequence is another one. */
    static List<List<Step>> of(Step step) {
        if (step instanceof Step.Parallel parallel) {
            return parallel.branches();
        }
        if (step instanceof Step.Repeat repeat) {
            return List.of(repeat.steps());
        }
        if (step instanceof Step.Choose choose) {
            return List.of(choose.then(), choose.otherwise());
        }
        return step instanceof Step.Use use ? List.of(use.steps()) : List.of();
    }

    /** Every step of these and within these, in order; not those of nested sequences. */
    static void each(List<Step> steps, Consumer<Step> visitor) {
        for (Step step : steps) {
            visitor.accept(step);
            of(step).forEach(block -> each(block, visitor));
        }
    }
}
