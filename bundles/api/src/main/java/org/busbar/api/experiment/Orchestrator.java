package org.busbar.api.experiment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.device.Detail;
import org.osgi.annotation.versioning.ProviderType;

/** Runs sequences on the devices of this lab. Safe for use by many threads; no method waits for a device. */
@ProviderType
public interface Orchestrator {

    /**
     * Takes a run on; it is in the journal when this returns. What becomes of it is told by events.
     *
     * @throws SequenceException naming everything that is wrong with the sequence or its inputs; nothing was taken on
     */
    void submit(Run run);

    /** Everything that is wrong with a run, before it is taken on; empty if nothing is. */
    List<Finding> check(Run run);

    /** What a run of the sequence gives, as far as is known of the devices and analyses that are there just now. */
    default List<Parameter> outputs(Sequence sequence) {
        return List.of();
    }

    /**
     * What runs would take, worked out on a virtual clock; touches nothing and may take a few seconds.
     *
     * @param parallel how many are under way at once; at least 1
     */
    Forecast forecast(List<Run> runs, int parallel);

    /**
     * Tells a run something; what was said is in the journal when this returns, what becomes of it is told by events.
     * Has no effect on a run that has ended.
     *
     * @throws IllegalArgumentException if there is no such run, it cannot be done in the state the run is in, or the run
     *     is somebody else's and the order is not forced; the message says which
     */
    void order(String run, Order order);

    /** What people are asked, oldest first. */
    List<Inquiry> inquiries();

    /**
     * Answers what a run asks: what became of a step, or what the form of a step holds.
     *
     * @param step the path of the step
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
     * Says that a device is configured and why it is not there, so that people see it: in ERROR if its settings do not fit,
     * else as one whose driver is missing. Has no effect once it is there.
     *
     * @param reason empty if it is not to be shown any more
     */
    void awaited(String device, Optional<Detail> code, String reason);

    /**
     * Asks a device again whether it is ready, such as after its fault was mended; what comes of it is told by events. Has
     * no effect while it is at work, or barred.
     *
     * @throws IllegalArgumentException if there is no such device
     */
    void reset(String device);

    /**
     * Gives a device or position no work, for the reason in the bar; what is at work goes on. In the journal when this
     * returns. A bar of the same kind is replaced.
     */
    void bar(String device, Bar bar);

    /**
     * Takes a bar away. Has no effect if there is none.
     *
     * @param by who says so
     * @param reason why it is safe to; may be empty for a hold only
     * @throws IllegalArgumentException if the reason is missing
     */
    void unbar(String device, Bar.Kind kind, String by, String reason);

    /**
     * Has every device make itself safe, all at once, round every queue, and gives none of them work until
     * {@link #clearSafetyStop}. Returns when each has answered or its bound has passed.
     *
     * @param by who wants it
     */
    List<SafetyStop> safetyStop(String by, String reason);

    /** Gives the devices work again after a safety-stop. Has no effect if there was none. */
    void clearSafetyStop(String by, String reason);
}
