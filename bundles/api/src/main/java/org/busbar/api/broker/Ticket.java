package org.busbar.api.broker;

import java.time.Instant;
import java.util.Optional;

/**
 * A request and where it stands.
 *
 * @param tenant who has taken or answered it; empty if nobody has
 * @param method how it was answered; empty if it is not
 * @param reason why it stands where it does, as a sentence for people; empty if there is nothing to say
 * @param inQuestion whether a tenant fell silent at work that may not be repeated, and a person has to say what became
 *     of it
 * @param late whether the deadline passed while it was at work
 * @param changed when it came to stand there
 * @param leaseEnd when the tenant must have been heard of again; empty if it has all the time
 */
public record Ticket(
        Request request,
        Request.State state,
        String tenant,
        String method,
        String reason,
        boolean inQuestion,
        boolean late,
        Instant requested,
        Instant changed,
        Optional<Instant> leaseEnd) {}
