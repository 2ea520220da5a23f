package org.busbar.rest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.busbar.rest.Problem.Kind;

/** Finds the route of a call. */
final class Router {

    private final List<Route> routes;

    Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /**
     * Answers the call by the route whose pattern fits.
     *
     * @throws Refused if no route fits the path, or none of those that do fits the method
     */
    Response answer(Call call) throws InterruptedException {
        List<Route> fitting = routes.stream()
                .filter(route -> route.match(call.path()).isPresent())
                .toList();
        for (Route route : fitting) {
            if (route.method().equals(call.method())) {
                return route.handler()
                        .answer(call.named(route.match(call.path()).orElseThrow()));
            }
        }
        throw fitting.isEmpty() ? unknown(call) : notAllowed(call, fitting);
    }

    private static Refused unknown(Call call) {
        return Refused.notFound("There is nothing at /" + String.join("/", call.path()));
    }

    private static Refused notAllowed(Call call, List<Route> fitting) {
        String allowed = fitting.stream().map(Route::method).sorted().collect(Collectors.joining(", "));
        String detail = call.method() + " is not possible on /" + String.join("/", call.path()) + ", only " + allowed;
        return new Refused(new Problem(Kind.METHOD_NOT_ALLOWED, detail, List.of(), Map.of("Allow", allowed)));
    }
}
