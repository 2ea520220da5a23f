package org.busbar.drivers.helao;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One action of an action server, as the description calls it.
 *
 * @param path such as {@code /lang/moveAbs}
 * @param parameters names of those that are given
 */
record Endpoint(String path, Set<String> parameters) {

    Endpoint {
        parameters = new LinkedHashSet<>(parameters);
    }
}
