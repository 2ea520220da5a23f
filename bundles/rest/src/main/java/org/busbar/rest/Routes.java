package org.busbar.rest;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The routes of one group of resources; a service within this bundle. */
interface Routes {

    /** Every route of the group. */
    List<Route> routes();

    /**
     * What some of the routes are just now for the plug-ins that are loaded: the same, with names in the place of
     * {@code {...}}. For the description only.
     */
    default List<Route> live() {
        return List.of();
    }

    /** JSON schemas of what is loaded just now, by name. For the description only. */
    default Map<String, ObjectNode> schemas() {
        return Map.of();
    }
}
