package org.busbar.api.campaign;

import java.util.List;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Verb;
import org.osgi.annotation.versioning.ProviderType;

/** The closed loops of this lab. Safe for use by many threads; no method waits for a trial. */
@ProviderType
public interface Campaigns {

    /**
     * Begins a campaign; it is in the journal when this returns.
     *
     * @return its id
     * @throws IllegalArgumentException if it cannot be run; the message names what is wrong
     */
    String begin(Campaign campaign);

    /**
     * Has another optimizer asked from the next suggestion on; open trials keep their ids.
     *
     * @param by who wants it
     * @throws IllegalArgumentException if there is no such campaign or no such optimizer, or the campaign has ended
     */
    void swap(String id, String optimizer, String by);

    /**
     * Tells a campaign something; it is in the journal when this returns. Has no effect on a campaign that has ended, or
     * that does already what it is told.
     *
     * <ul>
     *   <li>CANCEL: ends it as STOPPED; only before its first trial is suggested.
     *   <li>PAUSE, PAUSE_NOW: suggests nothing until RESUME, also after a restart; the runs of its open trials are told
     *       the same. One that cannot pause now is told to pause, which the standing says.
     *   <li>RESUME: goes on, and so do the runs.
     *   <li>STOP: suggests nothing more and ends when the open trials have; paused runs go on for that.
     *   <li>ABORT, HALT: takes the open requests back, tells the runs the same, and ends as ABORTED when they have ended.
     * </ul>
     *
     * @throws IllegalArgumentException if there is no such campaign, or this cannot be done in the state it is in
     */
    void order(String id, Order order);

    /**
     * Suggests nothing more and ends when the open trials have; short for {@link #order} with STOP.
     *
     * @throws IllegalArgumentException if there is no such campaign
     */
    default void stop(String id, String by) {
        order(id, new Order(Verb.STOP, by, "", false));
    }

    /**
     * How far a campaign has come, also one that has ended.
     *
     * @throws IllegalArgumentException if there is no such campaign
     */
    Standing standing(String id);

    /** Ids of all campaigns, oldest first. */
    List<String> ids();
}
