package org.busbar.api.broker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Stands between those who want measurements and those who can make them. What a method of this has done is in the
 * journal when it returns. Safe for use by many threads.
 */
@ProviderType
public interface Broker {

    /**
     * Asks for a measurement. The answer comes as an event.
     *
     * @return where it stands; of a request that was submitted before, where that one stands, which may ask for
     *     something else
     * @throws RequestException if no tenant answers it, naming what keeps the nearest; nothing was kept
     * @throws IllegalArgumentException if it cannot be asked, such as one whose parent is not known; nothing was kept
     */
    Ticket submit(Request request);

    /** Where a request stands; empty if there is none of that id. */
    Optional<Ticket> ticket(String request);

    /** Requests that are not at an end, those of higher priority first, then the oldest. */
    List<Ticket> open();

    /** Requests that this tenant may take just now, those of higher priority first, then the oldest. */
    default List<Request> pending(String tenant) {
        return pending(tenant, Integer.MAX_VALUE);
    }

    /** The first of them, at most so many. */
    List<Request> pending(String tenant, int limit);

    /** Requests that this tenant has taken and not yet answered, oldest first. */
    List<Request> reserved(String tenant);

    /**
     * Takes a request so that nobody else does. Who has it already has it anew.
     *
     * @param lease how long the tenant may be silent; zero if as long as it likes
     * @return {@code false} if it is not pending any more, or is for others
     */
    boolean reserve(String request, String tenant, Duration lease);

    /**
     * Notes that the tenant is still at it, which makes its lease begin anew.
     *
     * @throws IllegalStateException if the tenant does not have it (any more)
     */
    void renew(String request, String tenant);

    /**
     * Notes that the tenant has begun.
     *
     * @throws IllegalStateException if the tenant does not have it (any more)
     */
    void begin(String request, String tenant);

    /**
     * Gives a request back, so that others may take it. Only for work that has not begun or may be repeated.
     *
     * @throws IllegalStateException if the tenant does not have it (any more)
     */
    void release(String request, String tenant, String reason);

    /**
     * Says that a request could not be answered and will not be.
     *
     * @throws IllegalStateException if the tenant does not have it (any more)
     */
    void fail(String request, String tenant, String reason);

    /** Takes a request back; has no effect on one that is at an end. */
    void retract(String request, String by, String reason);

    /** Refuses a request on behalf of the lab; has no effect on one that is at an end. */
    void reject(String request, String by, String reason);

    /**
     * Says what is to become of a request in question.
     *
     * @param again whether it may be done again; if not, it has failed
     * @throws IllegalStateException if it is not in question
     */
    void settle(String request, boolean again, String by, String reason);

    /** The requests made for the sake of that one, oldest first. */
    List<Ticket> children(String request);
}
