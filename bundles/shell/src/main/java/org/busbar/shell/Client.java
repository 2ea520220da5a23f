package org.busbar.shell;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a lab server by its HTTP api. */
final class Client {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;

    Client(Connection connection) {
        this.connection = connection;
    }

    /** An answer; {@code body} is missing if it was not JSON. */
    record Reply(int status, JsonNode body) {}

    Connection connection() {
        return connection;
    }

    String url() {
        return connection.url();
    }

    /**
     * What the server has there.
     *
     * @throws Failure with the server's sentence if it refuses, or if it does not answer
     */
    JsonNode get(String path) throws InterruptedException {
        return accepted(read(send(request(path).GET().build())));
    }

    /** The document the server has there, as text. */
    String text(String path) throws InterruptedException {
        HttpResponse<String> response =
                send(request(path).setHeader("Accept", "*/*").GET().build());
        accepted(new Reply(response.statusCode(), response.statusCode() < 400 ? JSON.missingNode() : tree(response)));
        return response.body();
    }

    /** As {@link #get}, after having the server do something. */
    JsonNode post(String path, Map<String, ?> body) throws InterruptedException {
        return accepted(tryPost(path, body));
    }

    /** As {@link #get}, after having the server keep something there, on a condition such as {@code If-Match}. */
    JsonNode put(String path, Map<String, ?> body, String condition) throws InterruptedException {
        return accepted(read(send(request(path)
                .header(condition, "*")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build())));
    }

    /** As {@link #get}, after having the server remove what was there. */
    JsonNode delete(String path) throws InterruptedException {
        return accepted(read(send(request(path).DELETE().build())));
    }

    /**
     * As {@link #get}, for what takes longer, or has a body that is a file.
     *
     * @param kind says what is asked: method, body and its type
     */
    JsonNode ask(String path, Duration patience, UnaryOperator<HttpRequest.Builder> kind) throws InterruptedException {
        return accepted(read(send(kind.apply(request(path).timeout(patience)).build())));
    }

    /** What the server says to a form as a page sends it; a refusal is an answer too. */
    Reply form(String path, Map<String, String> fields) throws InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return read(send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build()));
    }

    /** As {@link #post}, but a refusal is an answer too. */
    Reply tryPost(String path, Map<String, ?> body) throws InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return read(send(request));
    }

    /** The server's health; empty if it does not answer. */
    Optional<JsonNode> health() throws InterruptedException {
        try {
            return Optional.of(get("/health"));
        } catch (Failure e) {
            return Optional.empty();
        }
    }

    private HttpRequest.Builder request(String path) {
        return connection.request(path).timeout(PATIENCE).header("Accept", "application/json");
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            return connection.http().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Failure("The server at " + url() + " does not answer (" + e + "); is it running?");
        }
    }

    private static Reply read(HttpResponse<String> response) {
        return new Reply(response.statusCode(), tree(response));
    }

    private static JsonNode tree(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    private JsonNode accepted(Reply reply) {
        if (reply.status() < 400) {
            return reply.body();
        }
        String detail = reply.body().path("detail").asString("The server at " + url() + " answered " + reply.status());
        if (reply.status() == 401 || reply.status() == 403) {
            throw connection.refused(reply.status(), detail);
        }
        throw new Failure(detail);
    }
}
