package org.busbar.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.busbar.api.security.Role;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of everything that is served just now. */
final class DocumentRoutes implements Routes {

    static final String PATH = "/openapi.json";

    private final Supplier<List<Routes>> groups;

    /** @param groups everything that is served, this included */
    DocumentRoutes(Supplier<List<Routes>> groups) {
        this.groups = groups;
    }

    @Override
    public List<Route> routes() {
        Shape document = Shape.of(ObjectNode.class);
        return List.of(
                Route.get(PATH)
                        .byAnybody()
                        .says("This document; what is loaded just now is in it for viewers only")
                        .gives(200, document)
                        .does(call -> Response.json(isViewer(call) ? whole() : general())),
                Route.get("/api/v1" + PATH)
                        .says("This document, with what is loaded just now")
                        .gives(200, document)
                        .does(call -> Response.json(whole())));
    }

    private static boolean isViewer(Call call) {
        return call.asking().filter(caller -> caller.has(Role.VIEWER)).isPresent();
    }

    private ObjectNode general() {
        return OpenApi.of(
                groups.get().stream().flatMap(group -> group.routes().stream()).toList(), Map.of());
    }

    /** The document with what is loaded just now. */
    ObjectNode whole() {
        List<Routes> served = groups.get();
        Map<String, ObjectNode> schemas = new LinkedHashMap<>();
        served.forEach(group -> schemas.putAll(group.schemas()));
        return OpenApi.of(
                served.stream()
                        .flatMap(group -> Stream.concat(group.routes().stream(), group.live().stream()))
                        .toList(),
                schemas);
    }
}
