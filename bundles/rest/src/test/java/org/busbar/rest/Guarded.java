package org.busbar.rest;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.busbar.api.security.Role;
import org.busbar.json.Json;
import org.busbar.security.RealSecurity;
import tools.jackson.databind.JsonNode;

/** The api behind real sockets and the lab's real security, with an administrator anna and a viewer vera. */
final class Guarded implements AutoCloseable {

    final RealLab lab;
    final RealSecurity security;
    final WebServer server;
    final String anna;
    final String vera;
    private final HttpClient client = HttpClient.newHttpClient();

    Guarded(Path folder) throws Exception {
        lab = new RealLab(folder);
        security = lab.security;
        security.add("vera", Set.of(Role.VIEWER));
        anna = security.token("anna").secret();
        vera = security.token("vera").secret();
        server = new WebServer(lab.servlet, 30_000, security.filter());
    }

    String login(String user) {
        return security.doorkeeper()
                .login(user, RealSecurity.PASSWORD, "192.0.2.1")
                .orElseThrow();
    }

    HttpResponse<String> send(String token, String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The document that is answered with that status. */
    JsonNode send(int status, String token, String method, String path, String body, String... headers)
            throws Exception {
        HttpResponse<String> answer = send(token, method, path, body, headers);
        if (answer.statusCode() != status) {
            throw new AssertionError(
                    method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return Json.mapper().readTree(answer.body());
    }

    /** The sentence of a refusal with that status. */
    String refused(int status, String token, String method, String path, String body, String... headers)
            throws Exception {
        return send(status, token, method, path, body, headers).get("detail").stringValue();
    }

    @Override
    public void close() throws Exception {
        lab.servlet.close();
        server.close();
        lab.close();
    }
}
