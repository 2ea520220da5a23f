package org.busbar.rest;

import java.util.List;

/** The routes of one group of resources; a service within this bundle. */
@FunctionalInterface
interface Routes {
    /** Every route of the group. */
    List<Route> routes();
}
