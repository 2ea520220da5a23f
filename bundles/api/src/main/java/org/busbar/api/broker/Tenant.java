package org.busbar.api.broker;

import java.util.List;
import org.busbar.api.Values;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Somebody who answers requests: this lab's orchestrator, another lab, a simulation, a person. A service with the
 * property {@code lab.id}, or registered with {@link Tenants}.
 *
 * <p>A tenant learns of requests from the events or from {@link Broker#pending}, takes one by {@link Broker#reserve}
 * and answers it by {@link Results#resolve} or {@link Broker#fail}.
 */
@ConsumerType
@FunctionalInterface
public interface Tenant {

    /** What this tenant answers just now. */
    List<Offer> offers();

    /** Everything that keeps it from answering by that offer with these inputs, a sentence each; empty if nothing does. */
    default List<String> refusals(Offer offer, Values inputs) {
        return offer.refusals(inputs);
    }

    /** Everything that is wrong with these outputs of that offer, a sentence each; empty if nothing is. */
    default List<String> outputRefusals(Offer offer, Values outputs) {
        return offer.capability().outputRefusals(outputs);
    }
}
