package org.busbar.api.optimize;

import java.util.List;
import org.busbar.api.Values;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides what to try next; a service with the property {@code lab.id}. Pure: all it may know is in the
 * {@link Question}, and the same question has one answer. That is why it can be exchanged while a campaign runs.
 */
@ConsumerType
public interface Optimizer {

    /**
     * Suggests {@link Question#count()} points of the problem's space, each accepted by every parameter and on its
     * step; if the space lists candidates, some of those, none twice and none that is observed or pending. Fewer, or
     * none, only when nothing is left to suggest.
     *
     * @throws IllegalArgumentException if this optimizer cannot handle the problem; the message says why
     * @throws InterruptedException if told to stop
     */
    List<Values> suggest(Question question) throws InterruptedException;
}
