package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.busbar.json.Json;
import tools.jackson.databind.JsonNode;

/** A server of the packaged distribution, as its start script runs it. */
final class LabServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final Client client;
    private final double readyAfter;
    private final double cpu;

    private LabServer(Process process, Client client, double readyAfter) {
        this.process = process;
        this.client = client;
        this.readyAfter = readyAfter;
        this.cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /** Starts a server on any free port and returns when {@code /health} says that it is ready. */
    static LabServer start(Path home, Path lab, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path announced = lab.resolve("data/server.json");
        Files.createDirectories(announced.getParent());
        Files.deleteIfExists(announced);
        Path log = lab.resolveSibling("server.log");
        ProcessBuilder command = new ProcessBuilder(
                        home.resolve("bin/server").toString(), lab.toString(), "--port", "0")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        command.environment().putAll(environment);
        long begun = System.nanoTime();
        Process process = command.start();
        while (System.nanoTime() - begun < PATIENCE.toNanos() && process.isAlive()) {
            Optional<Client> ready = ready(announced);
            if (ready.isPresent()) {
                return new LabServer(process, ready.get(), (System.nanoTime() - begun) / 1e9);
            }
            Thread.sleep(2);
        }
        process.destroyForcibly();
        throw new IOException("The server was not ready after " + PATIENCE.toSeconds() + " s; see " + log);
    }

    private static Optional<Client> ready(Path announced) throws IOException, InterruptedException {
        if (!Files.exists(announced)) {
            return Optional.empty();
        }
        JsonNode address = Json.mapper().readTree(Files.readString(announced));
        Path token = announced.resolveSibling("security/local-token");
        Client client = new Client(
                address.get("url").stringValue(),
                Files.exists(token) ? Files.readString(token).strip() : "");
        boolean ready = client.get("/health").path("ready").asBoolean(false);
        return ready ? Optional.of(client) : Optional.empty();
    }

    Client client() {
        return client;
    }

    /** Seconds from the start of the script to the first answer that says so. */
    double readyAfter() {
        return readyAfter;
    }

    /** Seconds of processor time used by then. */
    double cpu() {
        return cpu;
    }

    /** Number of the process. */
    long pid() {
        return process.pid();
    }

    /** Resident memory, MB (10^6 bytes). */
    double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
                .findFirst()
                .orElseThrow();
    }

    /** Stops the server in good order. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("The server did not stop within 60 s of SIGTERM");
        }
    }
}
