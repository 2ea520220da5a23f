package org.busbar.orchestrator;

import java.util.List;
import java.util.function.Consumer;
import org.busbar.api.experiment.Step;

/** The steps within a step. */
final class Blocks {

    private Blocks() {}

    /** Every step of these and within these, in order; not those of nested sequences. */
    static void each(List<Step> steps, Consumer<Step> visitor) {
        for (Step step : steps) {
            visitor.accept(step);
            step.blocks().forEach(block -> each(block, visitor));
        }
    }
}
