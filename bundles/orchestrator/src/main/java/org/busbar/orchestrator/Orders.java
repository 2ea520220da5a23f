package org.busbar.orchestrator;

import org.busbar.api.experiment.Order;

/** How orders are told to people. */
final class Orders {

    private Orders() {}

    /** Who gave it and why. */
    static String told(Order order) {
        return order.reason().isEmpty() ? order.by() : order.by() + ": " + order.reason();
    }
}
