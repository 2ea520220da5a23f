package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.busbar.json.Json;
import org.busbar.rest.Problem.Kind;
import tools.jackson.databind.node.ObjectNode;

/** Describes one route as an operation of an OpenAPI document. */
final class Operations {

    private final Schemas schemas;

    Operations(Schemas schemas) {
        this.schemas = schemas;
    }

    private static ObjectNode node() {
        return Json.mapper().createObjectNode();
    }

    ObjectNode of(Route route, String id) {
        ObjectNode operation = node().put("operationId", id).put("summary", route.summary());
        operation.withArray("tags").add(route.tag());
        if (route.access().open()) {
            operation.putArray("security");
        }
        route.access().role().ifPresent(role -> operation.put("x-role", role.name()));
        parameters(route, operation);
        if (!(route.takes() instanceof Shape.Nothing)) {
            String mediaType = route.takes() instanceof Shape.File file ? file.mediaType() : Response.JSON;
            content(operation.putObject("requestBody"), mediaType, route.takes());
        }
        responses(route, operation.putObject("responses"));
        return operation;
    }

    private static void parameters(Route route, ObjectNode operation) {
        List<ObjectNode> parameters = new ArrayList<>();
        for (String segment : route.pattern()) {
            if (Route.isName(segment)) {
                ObjectNode path = node().put("name", Route.name(segment)).put("in", "path");
                path.put("required", true).putObject("schema").put("type", "string");
                parameters.add(path);
            }
        }
        route.queries().forEach(query -> parameters.add(parameter(query, "query")));
        route.headers().forEach(header -> parameters.add(parameter(header, "header")));
        if (!parameters.isEmpty()) {
            operation.putArray("parameters").addAll(parameters);
        }
    }

    private static ObjectNode parameter(Query query, String in) {
        ObjectNode parameter = node().put("name", query.name()).put("in", in);
        parameter.put("description", query.says());
        if (query.kind() instanceof Query.Choices) {
            parameter.put("style", "form").put("explode", false);
        }
        return (ObjectNode) parameter.set("schema", schema(query.kind()));
    }

    private static ObjectNode schema(Query.Kind kind) {
        ObjectNode schema = node();
        if (kind instanceof Query.Whole whole) {
            schema.put("type", "integer").put("format", "int64");
            schema.put("minimum", whole.min()).put("maximum", whole.max());
            withDefault(schema, whole.otherwise());
        } else if (kind instanceof Query.Flag) {
            schema.put("type", "boolean").put("default", false);
        } else if (kind instanceof Query.Choices choices) {
            words(schema.put("type", "array").putObject("items"), choices.words());
        } else {
            words(schema, kind instanceof Query.Choice choice ? choice.words() : List.of());
        }
        return schema;
    }

    private static void withDefault(ObjectNode schema, OptionalLong otherwise) {
        if (otherwise.isPresent()) {
            schema.put("default", otherwise.getAsLong());
        }
    }

    private static void words(ObjectNode schema, List<String> words) {
        schema.put("type", "string");
        words.forEach(word -> schema.withArray("enum").add(word));
    }

    private void content(ObjectNode around, String mediaType, Shape shape) {
        ObjectNode content = around.has("content") ? (ObjectNode) around.get("content") : around.putObject("content");
        ObjectNode media = content.putObject(mediaType);
        if (!(shape instanceof Shape.Bytes || shape instanceof Shape.File)) {
            media.set("schema", schemas.of(shape));
        }
    }

    private void responses(Route route, ObjectNode responses) {
        for (Route.Answer answer : route.answers()) {
            String status = String.valueOf(answer.status());
            ObjectNode response =
                    responses.has(status) ? (ObjectNode) responses.get(status) : responses.putObject(status);
            response.put("description", answer.status() == 202 ? "Taken on; goes on after the answer" : "Done");
            if (!(answer.shape() instanceof Shape.Nothing)) {
                content(response, answer.mediaType(), answer.shape());
            }
        }
        for (Kind kind : refusals(route)) {
            responses.putObject(String.valueOf(kind.status)).put("$ref", "#/components/responses/" + kind.name());
        }
    }

    private static List<Kind> refusals(Route route) {
        List<Kind> refusals = new ArrayList<>(List.of(Kind.UNAVAILABLE));
        if (!route.access().open()) {
            refusals.addAll(List.of(Kind.UNAUTHORIZED, Kind.FORBIDDEN));
        }
        if (route.pattern().stream().anyMatch(Route::isName)) {
            refusals.add(Kind.NOT_FOUND);
        }
        if (!(route.takes() instanceof Shape.Nothing)) {
            refusals.addAll(List.of(Kind.CONFLICT, Kind.TOO_LARGE, Kind.UNSUPPORTED_MEDIA_TYPE, Kind.INVALID));
        }
        refusals.addAll(List.of(Kind.MALFORMED, Kind.NOT_ACCEPTABLE));
        return refusals;
    }

    /** The response of every kind of problem, by the name of the kind. */
    static ObjectNode problems() {
        ObjectNode responses = node();
        for (Kind kind : Kind.values()) {
            ObjectNode response = responses.putObject(kind.name()).put("description", kind.title);
            response.putObject("content")
                    .putObject(Problem.MEDIA_TYPE)
                    .set("schema", Schemas.reference(Vocabulary.PROBLEM));
        }
        return responses;
    }
}
