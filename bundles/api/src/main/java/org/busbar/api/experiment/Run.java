package org.busbar.api.experiment;

import org.busbar.api.Values;

/**
 * One execution of one sequence with fixed inputs.
 *
 * @param id unique in the lab; submitting the same id again changes nothing
 * @param askedBy who wants it: {@code request:<id>}, or the name of a person or program
 */
public record Run(String id, Sequence sequence, Values inputs, String askedBy) {

    /** Where a run stands; see {@link #isFinal()}. */
    public enum State {
        /** Goes on, or waits for a device. */
        RUNNING,
        /** A step's outcome is unknown and a person has to say what became of it. */
        RECOVERING,
        COMPLETED,
        FAILED,
        ABORTED;

        public boolean isFinal() {
            return this == COMPLETED || this == FAILED || this == ABORTED;
        }
    }
}
