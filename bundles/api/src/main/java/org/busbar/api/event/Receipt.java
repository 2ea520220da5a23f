package org.busbar.api.event;

/** What a journal gives for an event it has not written yet. */
@FunctionalInterface
public interface Receipt {

    /**
     * Waits until the event is on disk; is not cut short by interruption.
     *
     * @return the number of the event
     * @throws JournalException if it could not be written; then it is not in the journal
     */
    long await();
}
