package org.busbar.campaign;

import org.busbar.api.Values;
import org.busbar.api.experiment.Agent;

/** What came of asking an optimizer. */
sealed interface Advice {

    /** A point to try. */
    record Point(Values point, Agent by) implements Advice {}

    /** It has nothing to suggest. */
    record Nothing(String who) implements Advice {}

    /** It could not be asked, or its answer cannot be used: why, as a sentence for people. */
    record Trouble(String what) implements Advice {}
}
