package org.busbar.distribution.system;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged server as a process that asks who somebody is, as it is shipped. */
final class GuardedServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern FIRST = Pattern.compile("Log in as '(\\w+)' with the password (\\S+) ");

    final Path lab;
    final Process process;
    final String url;
    private final HttpClient http;

    private GuardedServer(Path lab, Process process, HttpClient http) throws Exception {
        this.lab = lab;
        this.process = process;
        this.http = http;
        this.url = LabServer.await("the server to be ready", () -> ready(lab, process));
    }

    static GuardedServer start(Path lab, String... options) throws Exception {
        return start(lab, HttpClient.newHttpClient(), options);
    }

    /** @param http a client that trusts the server */
    static GuardedServer start(Path lab, HttpClient http, String... options) throws Exception {
        return new GuardedServer(lab, launch(lab, options), http);
    }

    /** Starts it and waits for nothing. */
    static Process launch(Path lab, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(LabServer.home().resolve("bin/server").toString(), lab.toString()));
        command.addAll(List.of("--port", "0"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        lab.resolve("server.out").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static String ready(Path lab, Process process) throws IOException {
        if (!process.isAlive()) {
            throw new AssertionError("The server ended with " + process.exitValue() + ": " + LabServer.log(lab));
        }
        Path told = lab.resolve("data/server.json");
        JsonNode file = Files.exists(told) ? JSON.readTree(told.toFile()) : JSON.missingNode();
        return file.path("pid").asLong(0) == process.pid() ? file.get("url").stringValue() : null;
    }

    /** The password for one time that it has said last. */
    String firstPassword() throws IOException {
        String found = null;
        for (Matcher said = FIRST.matcher(LabServer.log(lab)); said.find(); ) {
            found = said.group(2);
        }
        return found;
    }

    String localToken() throws IOException {
        return Files.readString(lab.resolve("data/security/local-token")).strip();
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** With a token. */
    int status(String method, String path, String token) throws Exception {
        return send(method, path, "{}", "Authorization", "Bearer " + token, "Content-Type", "application/json")
                .statusCode();
    }

    /** By the password flow of OAuth 2. */
    HttpResponse<String> login(String name, String password) throws Exception {
        String form = "grant_type=password&username=" + name + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        return send(
                "POST",
                "/login",
                form,
                "Accept",
                "application/json",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    String token(String name, String password) throws Exception {
        HttpResponse<String> answer = login(name, password);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).get("access_token").stringValue();
    }

    /** As a person does on the page, with a new password. */
    HttpResponse<String> choose(String name, String password, String chosen) throws Exception {
        String form = "username=" + name + "&password=" + password + "&new=" + chosen + "&next=/health";
        return send("POST", "/login", form, "Origin", url, "Content-Type", "application/x-www-form-urlencoded");
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The server did not stop in good order within 30 s");
        }
    }
}
