package org.busbar.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.busbar.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Describes routes as an OpenAPI 3.1 document. */
final class OpenApi {

    private static final String ABOUT = "Devices, runs, campaigns, requests and their results in one lab. Errors are"
            + " problem documents (RFC 9457) that name what is wrong, where, and the limit. The actions of every device"
            + " and what every tenant offers are in here as long as they are loaded.";

    private final Schemas schemas = new Schemas();
    private final Operations operations = new Operations(schemas);
    private final Set<String> ids = new HashSet<>();

    private OpenApi() {}

    /**
     * The document.
     *
     * @param live further schemas, by name
     */
    static ObjectNode of(List<Route> routes, Map<String, ObjectNode> live) {
        return new OpenApi().document(routes, live);
    }

    private ObjectNode document(List<Route> routes, Map<String, ObjectNode> live) {
        ObjectNode document = Json.mapper().createObjectNode().put("openapi", "3.1.0");
        document.putObject("info").put("title", "Busbar").put("version", "1").put("description", ABOUT);
        document.withArray("servers").addObject().put("url", "/");
        document.withArray("security").addObject().putArray("bearer");
        document.withArray("security").addObject().putArray(LoginOperation.SCHEME);
        Set<String> tags = new LinkedHashSet<>();
        routes.forEach(route -> tags.add(route.tag()));
        tags.forEach(tag -> document.withArray("tags").addObject().put("name", tag));
        ObjectNode paths = document.putObject("paths");
        routes.forEach(route -> add(route, paths));
        paths.set(LoginOperation.PATH, LoginOperation.item());
        live.forEach(schemas::put);
        document.set("components", components());
        return document;
    }

    private void add(Route route, ObjectNode paths) {
        String path = route.path().replace("...}", "}");
        ObjectNode item = paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
        item.set(route.method().toLowerCase(java.util.Locale.ROOT), operations.of(route, unique(id(route))));
    }

    private String unique(String id) {
        String unique = id;
        for (int n = 2; !ids.add(unique); n++) {
            unique = id + n;
        }
        return unique;
    }

    /** Such as {@code postRunsByIdPauseNow}. */
    private static String id(Route route) {
        StringBuilder id = new StringBuilder(route.method().toLowerCase(java.util.Locale.ROOT));
        List<String> words = new ArrayList<>(route.pattern());
        words.removeAll(List.of("api", "v1"));
        for (String word : words) {
            String name = Route.isName(word) ? "by-" + Route.name(word) : word;
            for (String part : name.split("[^A-Za-z0-9]+")) {
                id.append(part.isEmpty() ? "" : Character.toUpperCase(part.charAt(0)) + part.substring(1));
            }
        }
        return id.toString();
    }

    private ObjectNode components() {
        ObjectNode components = Json.mapper().createObjectNode();
        schemas.byName().forEach(components.putObject("schemas")::set);
        components.set("responses", Operations.problems());
        ObjectNode ways = components.putObject("securitySchemes");
        ways.set(LoginOperation.SCHEME, LoginOperation.scheme());
        ways.putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A token of a login, or an API token");
        return components;
    }
}
