package org.busbar.api.link;

import org.osgi.annotation.versioning.ConsumerType;

/** Is told when a line is connected or lost; a service. Must return at once; called from any thread. */
@FunctionalInterface
@ConsumerType
public interface LinkListener {

    void on(LinkStatus link);
}
