package org.busbar.distribution.system;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The port at which a lab serves FINALES, and single calls to it. */
record FinalesPort(int number) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** One that nobody uses. */
    static FinalesPort free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return new FinalesPort(socket.getLocalPort());
        }
    }

    /** A copy of the example lab that serves FINALES at this port. */
    Path lab(Path folder) throws IOException {
        return LabServer.copy("finales", folder, text -> text.replace("13371", String.valueOf(number))
                .replace("\"speedup\": 3000", "\"speedup\": 100000"));
    }

    String address() {
        return "http://127.0.0.1:" + number;
    }

    void awaitOpen() throws Exception {
        LabServer.await("FINALES to be served", () -> {
            try {
                return send("GET", "/docs", "", "").statusCode() == 200;
            } catch (ConnectException e) {
                return false;
            }
        });
    }

    /** @param token empty for none */
    HttpResponse<String> send(String method, String path, String token, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> login(String name, String password) throws IOException, InterruptedException {
        return send(
                "POST",
                "/user_management/authenticate/",
                "",
                "username=" + name + "&password=" + password + "&grant_type=&scope=&client_id=&client_secret=",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    String token(String name, String password) throws IOException, InterruptedException {
        return read(login(name, password)).get("access_token").stringValue();
    }

    JsonNode get(String path, String token) throws IOException, InterruptedException {
        return read(send("GET", path, token, ""));
    }

    /** Posts and gives the text that is answered. */
    String post(String path, String token, String body) throws IOException, InterruptedException {
        return read(send("POST", path, token, body)).stringValue();
    }

    HttpResponse<String> change(String request, String status, String token) throws IOException, InterruptedException {
        String path = "/requests/" + request + "/update_status/?request_id=" + request + "&new_status=" + status;
        return send("POST", path, token, "");
    }

    String status(String request, String token) throws IOException, InterruptedException {
        return get("/requests/" + request, token).get("status").stringValue();
    }

    /** The identifier of the tenant of that name. */
    String tenant(String name, String token) throws IOException, InterruptedException {
        return StreamSupport.stream(get("/tenants", token).spliterator(), false)
                .filter(one -> one.get("name").stringValue().equals(name))
                .map(one -> one.get("tenant_uuid").stringValue())
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no tenant " + name));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.request() + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }
}
