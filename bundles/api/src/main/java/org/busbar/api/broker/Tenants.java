package org.busbar.api.broker;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Who answers requests. Safe for use by many threads. */
@ProviderType
public interface Tenants {

    /**
     * A tenant and when it was heard of.
     *
     * @param heard the last time it did anything; empty for one in this process, and if it was not since the start
     */
    record Presence(Registration registration, Optional<Instant> heard) {}

    /**
     * Takes in a tenant from outside this process, or changes what it offers; it is in the journal when this returns.
     *
     * @throws IllegalArgumentException if its id is taken by a tenant in this process, or an offer is wrong
     */
    void register(Registration registration, String by);

    /**
     * Lets a registered tenant go. What it has reserved is given back as if its lease had lapsed.
     *
     * @return whether it was registered
     */
    boolean retire(String tenant, String by, String reason);

    /** Every registered tenant, by id. */
    List<Presence> registered();

    /** Notes that a registered tenant is alive; of no effect for others. */
    void hear(String tenant);

    /** What can be asked for just now, by tenant. */
    Map<String, List<Offer>> offers();
}
