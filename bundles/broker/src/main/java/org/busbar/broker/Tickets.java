package org.busbar.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Result;
import org.busbar.api.broker.Ticket;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.jspecify.annotations.Nullable;

/** Says where a request stands from what happened to it. */
final class Tickets {

    private Tickets() {}

    /** Where a request stands after all of its events; null if they are of something else. */
    static @Nullable Ticket of(List<Recorded> events) {
        Ticket ticket = null;
        for (Recorded recorded : events) {
            ticket = after(ticket, recorded.event());
        }
        return ticket;
    }

    /** Where a request stands after one more event; null if it has not begun to be one. */
    static @Nullable Ticket after(@Nullable Ticket before, LabEvent event) {
        if (event instanceof LabEvent.Requested e) {
            return begun(e.requested(), e.time());
        }
        if (event instanceof LabEvent.Reported e) {
            return answered(begun(e.result().request(), e.time()), Request.State.UNSOLICITED, e.result(), e.time());
        }
        return before == null ? null : next(before, event);
    }

    private static Ticket begun(Request request, Instant time) {
        return new Ticket(request, Request.State.PENDING, "", "", "", false, false, time, time, Optional.empty());
    }

    private static Ticket next(Ticket before, LabEvent event) {
        if (event instanceof LabEvent.Reserved e) {
            Optional<Instant> end =
                    e.lease().isZero() ? Optional.empty() : Optional.of(e.time().plus(e.lease()));
            return moved(before, Request.State.RESERVED, e.tenant(), "", e.time(), end);
        }
        if (event instanceof LabEvent.Started e) {
            return moved(before, Request.State.RUNNING, e.tenant(), "", e.time(), before.leaseEnd());
        }
        if (event instanceof LabEvent.Released e) {
            return moved(before, Request.State.PENDING, "", e.reason(), e.time(), Optional.empty());
        }
        if (event instanceof LabEvent.Unresolved e) {
            return moved(before, e.state(), before.tenant(), e.reason(), e.time(), Optional.empty());
        }
        if (event instanceof LabEvent.Questioned e) {
            return questioned(before, e);
        }
        if (event instanceof LabEvent.Resolved e) {
            return answered(before, Request.State.RESOLVED, e.result(), e.time());
        }
        return before;
    }

    private static Ticket moved(
            Ticket before,
            Request.State state,
            String tenant,
            String reason,
            Instant time,
            Optional<Instant> leaseEnd) {
        return new Ticket(
                before.request(),
                state,
                tenant,
                "",
                reason,
                false,
                isLate(before.request(), state, time),
                before.requested(),
                time,
                leaseEnd);
    }

    private static Ticket questioned(Ticket before, LabEvent.Questioned e) {
        return new Ticket(
                before.request(),
                before.state(),
                before.tenant(),
                "",
                e.reason(),
                true,
                before.late(),
                before.requested(),
                e.time(),
                Optional.empty());
    }

    private static Ticket answered(Ticket before, Request.State state, Result result, Instant time) {
        return new Ticket(
                before.request(),
                state,
                result.tenant(),
                result.method(),
                "",
                false,
                isLate(before.request(), state, time),
                before.requested(),
                time,
                Optional.empty());
    }

    private static boolean isLate(Request request, Request.State state, Instant time) {
        boolean counts = state == Request.State.RUNNING || state == Request.State.RESOLVED;
        return counts && request.wish().deadline().filter(time::isAfter).isPresent();
    }

    /** The same as seen at that time: with the end of its lease, and late if its deadline has passed. */
    static Ticket at(Ticket ticket, Instant now, Duration lease, Instant heard) {
        boolean taken = ticket.state() == Request.State.RESERVED || ticket.state() == Request.State.RUNNING;
        Optional<Instant> end =
                taken && !lease.isZero() && !ticket.inQuestion() ? Optional.of(heard.plus(lease)) : Optional.empty();
        return new Ticket(
                ticket.request(),
                ticket.state(),
                ticket.tenant(),
                ticket.method(),
                ticket.reason(),
                ticket.inQuestion(),
                ticket.late() || isLate(ticket.request(), ticket.state(), now),
                ticket.requested(),
                ticket.changed(),
                end);
    }
}
