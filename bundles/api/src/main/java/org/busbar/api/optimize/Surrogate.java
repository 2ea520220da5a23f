package org.busbar.api.optimize;

import java.util.List;
import org.busbar.api.Parameter;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Learns from what was tried what to expect elsewhere; a service with the property {@code lab.id}. Pure: the same
 * training gives the same model, bit for bit, on any number of threads. Called by many threads at once.
 */
@ConsumerType
public interface Surrogate {

    /**
     * Learns.
     *
     * @throws IllegalArgumentException if a setting is none of {@link #settings()}
     * @throws InterruptedException if told to stop
     */
    Model fit(Training training) throws InterruptedException;

    /** What may be set; none by itself. */
    default List<Parameter> settings() {
        return List.of();
    }
}
