package org.busbar.api.broker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Stands between those who want measurements and those who can make them. Safe for use by many threads. */
@ProviderType
public interface Broker {

    /**
     * Asks for a measurement; the request is in the journal when this returns. The answer comes as an event.
     *
     * @throws IllegalArgumentException if no tenant offers it, naming what the nearest offer refuses; nothing was kept
     */
    void submit(Request request);

    /** Requests that nobody has taken yet, oldest first. */
    List<Request> pending();

    /** Requests a tenant has taken and not yet answered, oldest first. */
    List<Request> reserved(String tenant);

    /** Where a request stands; empty if there is none of that id. */
    Optional<Request.State> state(String request);

    /** Takes a request so that nobody else does; {@code false} if it is not pending any more. */
    boolean reserve(String request, String tenant);

    /**
     * Answers a request.
     *
     * @throws IllegalStateException if the tenant has not reserved it
     */
    void resolve(Result result);

    /**
     * Says that a request could not be answered and will not be by this tenant.
     *
     * @throws IllegalStateException if the tenant has not reserved it
     */
    void fail(String request, String tenant, String reason);

    /** Takes a request back; has no effect on one that is answered. */
    void retract(String request, String reason);

    /** What can be asked for just now, by the {@code lab.id} of the tenant. */
    Map<String, List<Offer>> offers();
}
