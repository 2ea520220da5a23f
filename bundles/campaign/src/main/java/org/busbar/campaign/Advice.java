package org.busbar.campaign;

import java.util.List;
import org.busbar.api.campaign.Grounds;
import org.busbar.api.experiment.Agent;
import org.busbar.api.optimize.Suggestion;

/** What came of asking an optimizer. */
sealed interface Advice {

    /** Who was asked, as it was then. */
    Agent by();

    /**
     * A point to try.
     *
     * @param parts the surrogates and acquisitions that took part
     */
    record Point(Suggestion suggestion, Agent by, List<Agent> parts) implements Advice {

        /** Why, and all it takes to ask again. */
        Grounds grounds(Asked asked) {
            return new Grounds(
                    suggestion.expected(),
                    suggestion.exploration(),
                    suggestion.reason(),
                    suggestion.facts(),
                    parts,
                    asked.question().settings(),
                    asked.question().seed(),
                    asked.pending(),
                    asked.fingerprint());
        }
    }

    /** It has nothing to suggest. */
    record Nothing(Agent by) implements Advice {}

    /** It could not be asked, or its answer cannot be used: why, as a sentence for people. */
    record Trouble(Agent by, String what) implements Advice {}
}
