package org.busbar.api.campaign;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Verb;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Space;
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
     * Has another optimizer asked from the next suggestion on, or the same with other settings; open trials keep their
     * ids.
     *
     * @param settings how it is to choose; empty for what it takes by itself
     * @param by who wants it
     * @throws IllegalArgumentException if there is no such campaign or no such optimizer, it cannot handle the problem or
     *     a setting, or the campaign has ended
     */
    void swap(String id, String optimizer, Values settings, String by);

    /** Has another optimizer asked that chooses as it does by itself. */
    default void swap(String id, String optimizer, String by) {
        swap(id, optimizer, Values.none(), by);
    }

    /**
     * Asks a second optimizer every question too, from the next suggestion on; it is not obeyed.
     *
     * @param optimizer its {@code lab.id}; empty to ask nobody
     * @throws IllegalArgumentException as {@link #swap}
     */
    void shadow(String id, String optimizer, Values settings, String by);

    /**
     * Has suggestions made in another space from the next one on; what was tried stays known, also where it lies outside.
     *
     * @throws IllegalArgumentException if there is no such campaign, it has ended, its optimizer cannot handle the space,
     *     or a parameter is another one
     */
    void respace(String id, Space space, String by);

    /**
     * Asks again what was asked for that trial, of the same optimizer with the same settings, seed and knowledge; may take
     * as long as the optimizer does.
     *
     * @throws IllegalArgumentException if there is no such campaign or trial, or the optimizer is not at hand
     * @throws InterruptedException if told to stop
     */
    Replay replay(String id, int trial) throws InterruptedException;

    /**
     * What the optimizer of a campaign has learnt by now; may take as long as a suggestion does.
     *
     * @throws IllegalArgumentException if there is no such campaign, or its optimizer is not at hand
     * @throws InterruptedException if told to stop
     */
    Insight explain(String id) throws InterruptedException;

    /**
     * What the optimizer of a campaign expects at some points; empty if it expects nothing.
     *
     * @throws IllegalArgumentException if there is no such campaign, its optimizer is not at hand, or a point is none
     * @throws InterruptedException if told to stop
     */
    List<Values> expect(String id, List<Values> points) throws InterruptedException;

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

    /**
     * The best of some trials, as that campaign judges them by its first objective, its limits and the quality it trusts.
     *
     * @return empty if none of them counts
     * @throws IllegalArgumentException if there is no such campaign
     */
    Optional<Trial> best(String id, List<Trial> trials);

    /** Ids of all campaigns, oldest first. */
    List<String> ids();
}
