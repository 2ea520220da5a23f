package org.busbar.api.analysis;

import org.busbar.api.Capability;
import org.busbar.api.Values;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Turns measured values into derived ones; a service with the property {@code lab.id}. Pure: the same inputs give the
 * same outputs, on any thread, and nothing else is changed.
 */
@ConsumerType
public interface Analysis {

    /** What is taken and given; the same for as long as the service is registered. */
    Capability capability();

    /**
     * Analyses one set of inputs.
     *
     * @param inputs exactly the declared inputs, each accepted by its parameter
     * @return exactly the declared outputs
     * @throws IllegalArgumentException if they cannot be analysed; the message says why, for people
     * @throws InterruptedException if told to stop
     */
    Values apply(Values inputs) throws InterruptedException;
}
