package org.busbar.api.experiment;

import org.busbar.api.Values;

/** What a person says became of a step whose outcome was unknown. */
public sealed interface Settlement {

    /** It was completed, or need not be, and this is what it gave; the run goes on with the next step. */
    record Happened(Values outputs) implements Settlement {}

    /**
     * It may safely be done (again); the run does this step once more.
     *
     * @param edits inputs that take the place of those it had
     */
    record Repeat(Values edits) implements Settlement {

        /** Once more with the same inputs. */
        public Repeat() {
            this(Values.none());
        }
    }

    /** It cannot be saved; the run ends as failed. */
    record GiveUp(String reason) implements Settlement {}
}
