package org.busbar.orchestrator;

import java.util.List;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.inventory.Effect;

/**
 * What one attempt at a step came to.
 *
 * @param repeatable whether it may be done again without asking
 * @param untouched whether nothing was done at all, so that it may be tried again at once
 * @param askAnyway whether a person has to say what follows, whatever the recovery policy
 */
record Made(Outcome outcome, List<Effect> effects, boolean repeatable, boolean untouched, boolean askAnyway) {

    static Made of(Outcome outcome, boolean repeatable) {
        return new Made(outcome, List.of(), repeatable, false, false);
    }

    static Made untouched(Outcome outcome) {
        return new Made(outcome, List.of(), true, true, false);
    }
}
