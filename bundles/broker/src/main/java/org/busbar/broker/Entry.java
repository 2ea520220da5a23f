package org.busbar.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.busbar.api.broker.Offer;
import org.busbar.api.broker.Request;
import org.busbar.api.broker.Ticket;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.jspecify.annotations.Nullable;

/**
 * A request that is not at an end. Whoever changes it holds its lock until the change is on disk, so that requests wait
 * for the disk side by side and each changes step by step.
 */
final class Entry {

    private final Request request;
    private final long number;
    private volatile @Nullable Ticket ticket; // null until it is on disk
    private volatile Duration lease = Duration.ZERO;
    private volatile Instant heard = Instant.EPOCH;
    private volatile @Nullable Offer offer; // by which it was taken; null if not, or not in this process

    /** @param number of the place in line among those of the same priority */
    Entry(Request request, long number) {
        this.request = request;
        this.number = number;
    }

    Request request() {
        return request;
    }

    long number() {
        return number;
    }

    /** Where it stands; empty while it is not on disk. */
    Optional<Ticket> ticket() {
        Ticket now = ticket;
        return now == null ? Optional.empty() : Optional.of(Tickets.at(now, Instant.now(), lease, heard));
    }

    /** Where it stands, but for its lease and its deadline. */
    @Nullable
    Ticket plain() {
        return ticket;
    }

    Optional<Offer> offer() {
        return Optional.ofNullable(offer);
    }

    void takenBy(Offer by) {
        offer = by;
    }

    /** Notes that its tenant is still there. */
    void hear(Instant when) {
        heard = when;
    }

    /** Whether somebody has it, or it has a deadline. */
    boolean isTimed() {
        Ticket now = ticket;
        if (now == null || now.state().isFinal()) {
            return false;
        }
        return now.state() != Request.State.PENDING || request.wish().deadline().isPresent();
    }

    /** Whether its tenant has been silent for longer than its lease. */
    boolean hasLapsed(Instant tenantHeard, Instant now) {
        Instant last = tenantHeard.isAfter(heard) ? tenantHeard : heard;
        return !lease.isZero() && now.isAfter(last.plus(lease));
    }

    /** Writes an event down and takes it in; nothing has changed if it throws. Under the lock. */
    void write(LabEvent event, Journal journal) {
        journal.append(event);
        take(event);
    }

    /** Takes in what is in the journal. Under the lock, or before anybody else knows it. */
    void take(LabEvent event) {
        ticket = Tickets.after(ticket, event);
        if (event instanceof LabEvent.Reserved reserved) {
            lease = reserved.lease();
            heard = Instant.now(); // also when it is read again at the start: silence counts from then on
        }
    }
}
