package org.busbar.rest;

import java.util.Map;
import org.busbar.json.Json;
import org.busbar.rest.Problem.Kind;
import tools.jackson.databind.node.ObjectNode;

/** Describes the login, which is no route of this bundle: the lab's security serves it. */
final class LoginOperation {

    static final String PATH = "/login";

    /** The name of the security scheme. */
    static final String SCHEME = "login";

    private static final Map<String, String> FIELDS = Map.of(
            "grant_type", "Always password", "username", "The name of the user", "password", "The user's password");

    private LoginOperation() {}

    private static ObjectNode node() {
        return Json.mapper().createObjectNode();
    }

    /** How a client gets a token for a name and a password. */
    static ObjectNode scheme() {
        ObjectNode scheme = node().put("type", "oauth2").put("description", "Name and password of a user of the lab");
        ObjectNode flow = scheme.putObject("flows").putObject("password").put("tokenUrl", PATH);
        flow.putObject("scopes");
        return scheme;
    }

    /** The operation, by its method. */
    static ObjectNode item() {
        ObjectNode operation = node().put("operationId", "postLogin");
        operation.put("summary", "A token for a name and a password; say Accept: application/json");
        operation.withArray("tags").add("me");
        operation.putArray("security");
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        body.putObject("content").putObject("application/x-www-form-urlencoded").set("schema", form());
        responses(operation.putObject("responses"));
        return (ObjectNode) node().set("post", operation);
    }

    private static ObjectNode form() {
        ObjectNode form = node().put("type", "object");
        FIELDS.keySet().stream().sorted().forEach(name -> form.withObjectProperty("properties")
                .set(name, text().put("description", FIELDS.get(name))));
        form.withArray("required").add("username").add("password");
        return form;
    }

    private static ObjectNode text() {
        return node().put("type", "string");
    }

    private static void responses(ObjectNode responses) {
        ObjectNode token = node().put("type", "object");
        ObjectNode fields = token.putObject("properties");
        fields.set("access_token", text().put("description", "To be sent as Authorization: Bearer <token>"));
        fields.set("token_type", text());
        fields.putObject("expires_in").put("type", "integer").put("description", "In s");
        fields.properties().forEach(field -> token.withArray("required").add(field.getKey()));
        ObjectNode done = responses.putObject("200").put("description", "Done");
        done.putObject("content").putObject(Response.JSON).set("schema", token);
        for (Kind kind : new Kind[] {Kind.MALFORMED, Kind.UNAUTHORIZED, Kind.TOO_LARGE, Kind.TOO_MANY}) {
            responses.putObject(String.valueOf(kind.status)).put("$ref", "#/components/responses/" + kind.name());
        }
    }
}
