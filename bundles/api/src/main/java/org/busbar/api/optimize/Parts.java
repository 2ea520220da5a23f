package org.busbar.api.optimize;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The surrogates and acquisitions at hand, for the optimizer that is being asked; each one taken is written down as one
 * that took part. Valid during that call only, on the thread of the call.
 */
@ConsumerType
public interface Parts {

    /**
     * The surrogate with that {@code lab.id}.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    Surrogate surrogate(String id);

    /**
     * The acquisition with that {@code lab.id}.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    Acquisition acquisition(String id);
}
