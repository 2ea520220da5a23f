package org.busbar.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Verb;
import org.jspecify.annotations.Nullable;

/** Where a campaign stands, why, and what its runs have to be told. Not safe for use by many threads. */
final class Course {

    private final String id;
    private Campaign.State state = Campaign.State.RUNNING;
    private String detail = "begins";
    /** Why nothing more is suggested; empty while something is. */
    private String reason = "";

    private boolean satisfied;
    private @Nullable Order standing;

    Course(String id) {
        this.id = id;
    }

    Campaign.State state() {
        return state;
    }

    String detail() {
        return detail;
    }

    /** Whether it goes on suggesting. */
    boolean isSuggesting() {
        return state == Campaign.State.RUNNING || state == Campaign.State.WAITING;
    }

    boolean isPaused() {
        return state == Campaign.State.PAUSED;
    }

    boolean isStopping() {
        return state == Campaign.State.STOPPING;
    }

    boolean isAborting() {
        return standing != null && (standing.verb() == Verb.ABORT || standing.verb() == Verb.HALT);
    }

    /** What every run of an open trial has to be told; empty if nothing. */
    Optional<Order> standing() {
        return Optional.ofNullable(standing);
    }

    /** Takes in what was written down. */
    void replay(LabEvent event) {
        if (event instanceof LabEvent.CampaignOrdered ordered) {
            ordered(ordered.order());
        } else if (event instanceof LabEvent.CampaignStopping stopping) {
            stop("stopped by " + stopping.by());
        } else if (event instanceof LabEvent.CampaignEnded ended) {
            state = ended.state();
            detail = ended.reason();
        }
    }

    /**
     * Whether an order is news.
     *
     * @param trials how many were suggested so far
     * @throws IllegalArgumentException if it cannot be done in this state
     */
    boolean isChangedBy(Verb verb, int trials) {
        if (state.isFinal()) {
            return false;
        }
        if (verb == Verb.CANCEL && trials > 0) {
            throw new IllegalArgumentException("Campaign " + id + " cannot be cancelled: it has suggested " + trials
                    + " trials; stop or abort it");
        }
        if (isPause(verb)) {
            return isPausedBy(verb);
        }
        if (verb == Verb.RESUME) {
            return isPaused();
        }
        boolean isAbort = verb == Verb.ABORT || verb == Verb.HALT;
        return isAbort ? standing == null || standing.verb() != verb : !isStopping();
    }

    private boolean isPausedBy(Verb verb) {
        if (isStopping()) {
            throw new IllegalArgumentException("Campaign " + id + " cannot pause: it suggests nothing more, since "
                    + reason + "; pause the runs of its open trials");
        }
        return !isPaused() || verb == Verb.PAUSE_NOW && standing != null && standing.verb() == Verb.PAUSE;
    }

    private static boolean isPause(Verb verb) {
        return verb == Verb.PAUSE || verb == Verb.PAUSE_NOW;
    }

    private void ordered(Order order) {
        String why = " by " + order.by() + (order.reason().isEmpty() ? "" : ": " + order.reason());
        if (isPause(order.verb())) {
            standing = order;
            state = Campaign.State.PAUSED;
            detail = "paused" + why;
        } else if (order.verb() == Verb.RESUME) {
            standing = null;
            state = Campaign.State.RUNNING;
            detail = "resumed" + why;
        } else if (order.verb() == Verb.CANCEL) {
            stop("cancelled" + why);
        } else {
            stop((order.verb() == Verb.HALT ? "halted" : "aborted") + why);
            standing = order;
        }
    }

    /** Suggests nothing more. */
    void stop(String because) {
        standing = null;
        state = Campaign.State.STOPPING;
        reason = because;
        detail = because + "; open trials end first";
    }

    /** Suggests nothing more because all that was wanted is there. */
    void satisfied(String because) {
        satisfied = true;
        stop(because);
    }

    /** An order as it is written down. */
    LabEvent event(Order order, Instant time) {
        return order.verb() == Verb.STOP
                ? new LabEvent.CampaignStopping(time, id, order.by())
                : new LabEvent.CampaignOrdered(time, id, order);
    }

    /** Adds to what it does. */
    void remark(List<String> remarks) {
        remarks.forEach(remark -> detail += "; " + remark);
    }

    /** Says that something is missing. */
    void waitFor(String what) {
        detail = what;
        if (isSuggesting()) {
            state = Campaign.State.WAITING;
        }
    }

    /** Says what it does, and that nothing is missing any more; of no effect while it is paused. */
    void goOn(String what) {
        if (!isPaused()) {
            detail = what;
        }
        if (state == Campaign.State.WAITING) {
            state = Campaign.State.RUNNING;
        }
    }

    /** How it ends if it ends now. */
    LabEvent.CampaignEnded end(Instant time, int trials) {
        if (isAborting()) {
            return new LabEvent.CampaignEnded(time, id, Campaign.State.ABORTED, reason);
        }
        boolean stopped = isStopping() && !satisfied;
        return new LabEvent.CampaignEnded(
                time,
                id,
                stopped ? Campaign.State.STOPPED : Campaign.State.COMPLETED,
                reason.isEmpty() ? "all " + trials + " trials have ended" : reason);
    }
}
