package org.busbar.api.experiment;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Runs sequences on the devices of this lab. Safe for use by many threads; no method waits for a device. */
@ProviderType
public interface Orchestrator {

    /**
     * Takes a run on; it is in the journal when this returns. What becomes of it is told by events.
     *
     * @throws IllegalArgumentException naming everything that is wrong with the sequence or its inputs; nothing was
     *     taken on
     */
    void submit(Run run);

    /**
     * Ends a run: the driver at work is interrupted and nothing new starts. Has no effect on a run that has ended.
     *
     * @throws IllegalArgumentException if there is no such run
     */
    void abort(String run, String reason);

    /**
     * Says what became of the step a run is held up by.
     *
     * @param by who says so
     * @throws IllegalArgumentException if there is no such run, the run is not held up by this step, or the outputs are
     *     not those the step should give
     */
    void settle(String run, String step, Settlement settlement, String by);

    /** Every run that has not ended, oldest first. */
    List<Progress> open();

    /** Every device that is configured or at hand, by {@code lab.id}. */
    List<Station> stations();

    /**
     * Lets a device end what it does and gives it nothing new, so that its driver can be exchanged; other devices go on.
     *
     * @return whether it came to rest within {@code patience}; if not, it is given work again
     * @throws InterruptedException if interrupted while waiting; then it is given work again
     */
    boolean quiesce(String device, Duration patience) throws InterruptedException;

    /** Gives a quiesced device, or its successor of the same name, work again. */
    void resume(String device);

    /**
     * Has every device make itself safe, all at once, round every queue, and gives none of them work until
     * {@link #clearSafetyStop}. Returns when each has answered or its bound of five seconds has passed.
     *
     * @param by who wants it
     */
    List<SafetyStop> safetyStop(String by, String reason);

    /** Gives the devices work again after a safety-stop. Has no effect if there was none. */
    void clearSafetyStop(String by, String reason);
}
