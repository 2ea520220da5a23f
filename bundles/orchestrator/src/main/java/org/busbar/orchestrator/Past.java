package org.busbar.orchestrator;

import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * What the journal says of one execution of a step.
 *
 * @param begun when it began last
 * @param outcome what came of that; null if nothing more was heard of it
 * @param settlement what a person said of that outcome; null if nobody did
 */
record Past(LabEvent.@Nullable StepBegun begun, @Nullable Outcome outcome, @Nullable Settlement settlement) {

    static final Past NOTHING = new Past(null, null, null);

    int attempts() {
        return begun == null ? 0 : begun.attempt();
    }

    boolean isRepeatable() {
        return begun != null && begun.repeatable();
    }

    /** It had begun, and nothing more was heard of it. */
    boolean isLost() {
        return begun != null && outcome == null && settlement == null;
    }

    /** What it gave; null if it is not done. */
    @Nullable
    Values done() {
        if (settlement instanceof Settlement.Happened happened) {
            return happened.outputs();
        }
        return settlement == null && outcome instanceof Outcome.Done ok ? ok.outputs() : null;
    }
}
