package org.busbar.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told of every event that is on disk, in order and one at a time. A service of the whiteboard kind.
 *
 * <p>Should return quickly: the others wait. One that throws is reported and not called again.
 */
@ConsumerType
@FunctionalInterface
public interface LabListener {
    void on(Recorded recorded);
}
