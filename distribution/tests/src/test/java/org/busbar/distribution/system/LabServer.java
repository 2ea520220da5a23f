package org.busbar.distribution.system;

import java.io.File;
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
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged server as a process on a lab of its own, spoken to over HTTP. It asks nobody who he is. */
final class LabServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final Path lab;
    private final Process process;
    private final String url;

    private LabServer(Path lab, Process process) throws Exception {
        this.lab = lab;
        this.process = process;
        try {
            this.url = await("the server to be ready", () -> ready(lab, process));
        } catch (AssertionError e) {
            process.destroyForcibly();
            throw new AssertionError(e.getMessage() + "; its log: " + log(lab), e);
        }
    }

    static Path home() {
        return Path.of(System.getProperty("busbar.home")).toAbsolutePath().normalize();
    }

    /** The root of the source tree. */
    static Path sources() {
        return home().resolve("../../..").normalize();
    }

    static LabServer start(Path lab) throws Exception {
        return start(lab, System.getProperty("java.home"));
    }

    /** @param java the home of the Java to run on */
    static LabServer start(Path lab, String java) throws Exception {
        return new LabServer(lab, launch(lab, java));
    }

    private static Process launch(Path lab, String java) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        home().resolve("bin/server").toString(), lab.toString(), "--port", "0", "--insecure-local")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(lab.toFile(), "server.out")));
        builder.environment().put("JAVA_HOME", java);
        return builder.start();
    }

    /** Kills a server before it is ready. */
    static void killWhileStarting(Path lab, Duration after) throws Exception {
        Process process = launch(lab, System.getProperty("java.home"));
        process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
    }

    /** A copy of the example lab whose instruments are that many times faster than real ones. */
    static Path exampleLab(Path folder, int speedup, int trials) throws IOException {
        return copy("electrolyte", folder.resolve("lab"), text -> text.replace(
                        "\"speedup\": 3000", "\"speedup\": " + speedup)
                .replace("trials: 40", "trials: " + trials)
                .replace("after: 20", "after: " + trials / 2));
    }

    /** Copies an example as it is shipped, but for what is changed in its texts. */
    static Path copy(String name, Path lab, UnaryOperator<String> change) throws IOException {
        Path example = home().resolve("examples").resolve(name);
        try (Stream<Path> files = Files.walk(example)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = lab.resolve(example.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, change.apply(Files.readString(file)));
            }
        }
        return lab;
    }

    private static String ready(Path lab, Process process) throws Exception {
        if (!process.isAlive()) {
            throw new AssertionError("The server ended with " + process.exitValue() + ": " + log(lab));
        }
        Path told = lab.resolve("data/server.json");
        if (!Files.exists(told) || JSON.readTree(told.toFile()).get("pid").longValue() != process.pid()) {
            return null;
        }
        String url = JSON.readTree(told.toFile()).get("url").stringValue();
        JsonNode health = JSON.readTree(
                send(HttpRequest.newBuilder(URI.create(url + "/health"))).body());
        return health.get("ready").booleanValue() ? url : null;
    }

    static String log(Path lab) throws IOException {
        Path log = lab.resolve("server.out");
        return Files.exists(log) ? Files.readString(log) : "none";
    }

    /** Waits until there is an answer. */
    static <T> T await(String what, Callable<T> answer) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            T found = answer.call();
            if (found != null && !Boolean.FALSE.equals(found)) {
                return found;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Waited in vain for " + what);
    }

    String url() {
        return url;
    }

    JsonNode get(String path) throws Exception {
        return read(path, send(HttpRequest.newBuilder(URI.create(url + path))));
    }

    JsonNode post(String path, String body) throws Exception {
        return read(path, send(posting(path, body)));
    }

    JsonNode put(String path, String body) throws Exception {
        return read(path, send(sending("PUT", path, "application/json", body)));
    }

    /** The text of a page. */
    String text(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url + path)), "text/html").body();
    }

    /** Sends a form as a browser does, and gives the page that follows. */
    String fill(String path, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(sending("POST", path, "application/x-www-form-urlencoded", body), "text/html")
                .body();
    }

    private HttpRequest.Builder sending(String method, String path, String type, String body) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    /** Posts under a key, so that saying it again changes nothing. */
    JsonNode post(String path, String body, String key) throws Exception {
        return read(path, tell(path, body, key));
    }

    /** The answer to that, whatever its status. */
    HttpResponse<String> tell(String path, String body, String key) throws Exception {
        return send(posting(path, body).header("Idempotency-Key", key));
    }

    private HttpRequest.Builder posting(String path, String body) {
        return sending("POST", path, "application/json", body);
    }

    private static JsonNode read(String path, HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Everything in the journal, with its numbers, oldest first. */
    List<JsonNode> events() throws Exception {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page = get("/api/v1/events?after=0&limit=1000");
        while (page.size() > 0) {
            page.forEach(all::add);
            long last = page.get(page.size() - 1).get("number").longValue();
            page = get("/api/v1/events?after=" + last + "&limit=1000");
        }
        return all;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(request, "application/json"); // without this the events would come as a stream without end
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String wanted)
            throws IOException, InterruptedException {
        request.header("Accept", wanted).timeout(Duration.ofSeconds(60));
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As a loss of power: the process gets no chance to do anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
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
