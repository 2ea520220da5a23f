package org.busbar.rest;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.busbar.rest.Problem.Kind;

/** Finds the route of a call by following its path through a tree of the patterns, and lets in who may. */
final class Router {

    private final List<Route> routes;
    private final Junction root = new Junction();

    Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
        routes.forEach(root::add);
    }

    /** Every route. */
    List<Route> routes() {
        return routes;
    }

    /**
     * Answers the call by the route whose pattern fits.
     *
     * @throws Refused if no route fits the path, or none of those that do fits the method, or the caller may not
     */
    Response answer(Call call) throws InterruptedException {
        Route route = root.find(call.path(), 0, call.method());
        if (route == null) {
            Access.CALLERS.require(call.asking());
            throw refused(call);
        }
        route.access().require(call.asking());
        if (!call.method().equals("GET") && !route.access().equals(Access.CALLERS)) {
            MediaTypes.requireAccepted(call, route);
        }
        Response response = route.handler().answer(call.on(route));
        if (call.method().equals("GET")) {
            MediaTypes.requireAccepted(call, response);
        }
        return response;
    }

    private Refused refused(Call call) {
        String path = "/" + String.join("/", call.path());
        SortedSet<String> methods = new TreeSet<>();
        root.collect(call.path(), 0, methods);
        if (methods.isEmpty()) {
            return Refused.notFound("There is nothing at " + path);
        }
        String allowed = String.join(", ", methods);
        String detail = call.method() + " is not possible on " + path + ", only " + allowed;
        return new Refused(new Problem(Kind.METHOD_NOT_ALLOWED, detail, List.of(), Map.of("Allow", allowed)));
    }
}
