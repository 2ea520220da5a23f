package org.busbar.finales;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Describes the interface, for people and for programs; needs no token, since clients look here for a sign of life. */
final class DocumentOperations {

    private final List<Route> described;

    DocumentOperations(List<Route> described) {
        this.described = List.copyOf(described);
    }

    List<Route> routes() {
        return List.of(
                Route.open("GET", "/docs", "This page", call -> page()),
                Route.open("GET", "/redoc", "This page", call -> page()),
                Route.open("GET", "/openapi.json", "This interface for programs", call -> openApi()));
    }

    private Answer page() {
        StringBuilder rows = new StringBuilder();
        for (Route route : described) {
            rows.append("<tr><td>").append(route.method());
            rows.append("</td><td>").append(escaped(path(route)));
            rows.append("</td><td>").append(escaped(route.summary())).append("</td></tr>\n");
        }
        return Answer.html(
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>FINALES at Busbar</title>"
                        + "</head><body><h1>FINALES at Busbar</h1><p>As <a href=\"openapi.json\">OpenAPI</a>.</p><table>\n"
                        + rows + "</table></body></html>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String path(Route route) {
        return "/" + String.join("/", route.path()).replace(Route.ANY, "{object_id}");
    }

    private Answer openApi() {
        ObjectNode document = StrictJson.mapper().createObjectNode().put("openapi", "3.0.2");
        document.putObject("info").put("title", "FINALES2").put("version", "1.1.0");
        ObjectNode paths = document.putObject("paths");
        for (Route route : described) {
            ObjectNode path =
                    paths.withObject("/" + path(route).replace("~", "~0").replace("/", "~1"));
            describe(path.putObject(route.method().toLowerCase(Locale.ROOT)), route);
        }
        ObjectNode schemes = document.putObject("components").putObject("securitySchemes");
        schemes.putObject("bearer").put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        return Answer.json(document);
    }

    private static void describe(ObjectNode operation, Route route) {
        operation.put("summary", route.summary());
        if (route.path().contains(Route.ANY)) {
            ObjectNode variable = operation.putArray("parameters").addObject();
            variable.put("name", "object_id").put("in", "path").put("required", true);
            variable.putObject("schema").put("type", "string");
        }
        if (!route.open()) {
            operation.putArray("security").addObject().putArray("bearer");
        }
        ObjectNode responses = operation.putObject("responses");
        responses
                .putObject("200")
                .put("description", "Done")
                .putObject("content")
                .putObject(Answer.JSON)
                .putObject("schema");
        responses.putObject("422").put("description", "Something is wrong with what was sent");
    }
}
