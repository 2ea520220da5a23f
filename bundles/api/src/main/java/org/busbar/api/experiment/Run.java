package org.busbar.api.experiment;

import org.busbar.api.Values;

/**
 * One execution of one sequence with fixed inputs.
 *
 * @param id unique in the lab; submitting the same id again changes nothing
 * @param askedBy who wants it: {@code request:<id>}, or the name of a person or program
 * @param priority who is served first where several runs wait for a device: the higher number; usually 0
 */
public record Run(String id, Sequence sequence, Values inputs, String askedBy, int priority) {

    /** A run of usual priority. */
    public Run(String id, Sequence sequence, Values inputs, String askedBy) {
        this(id, sequence, inputs, askedBy, 0);
    }

    /** Where a run stands; see {@link #isFinal()}. */
    public enum State {
        /** No step has begun. */
        QUEUED,
        /** Goes on, or waits for a device. */
        RUNNING,
        /** Is to pause once what is at work has finished. */
        PAUSING,
        /** Waits until it is told to go on. */
        PAUSED,
        /** A step failed or its outcome is unknown, and a person has to say what to do. */
        RECOVERING,
        /** Begins nothing new, and cleans up. */
        STOPPING,
        COMPLETED,
        FAILED,
        ABORTED,
        CANCELLED;

        public boolean isFinal() {
            return compareTo(COMPLETED) >= 0;
        }
    }

    /** What is special about the end of a run. */
    public enum Flag {
        NONE,
        /** Completed, but told to stop before all steps were done. */
        STOPPED_EARLY,
        /** Aborted with a device left at work. */
        HALTED
    }
}
