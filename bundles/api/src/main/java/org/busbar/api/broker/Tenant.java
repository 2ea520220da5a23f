package org.busbar.api.broker;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Somebody who answers requests: this lab's orchestrator, another lab, a simulation, a person. A service with the
 * property {@code lab.id}.
 *
 * <p>A tenant learns of requests from the events or from {@link Broker#pending()}, takes one by
 * {@link Broker#reserve} and answers it by {@link Broker#resolve} or {@link Broker#fail}.
 */
@ConsumerType
@FunctionalInterface
public interface Tenant {

    /** What this tenant answers just now. */
    List<Offer> offers();
}
