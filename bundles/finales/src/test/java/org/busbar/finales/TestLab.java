package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.busbar.api.broker.Tenant;
import org.busbar.api.security.Caller;
import org.busbar.api.security.Role;
import org.busbar.broker.Board;
import org.busbar.broker.JournaledBroker;
import org.busbar.broker.JournaledResults;
import org.busbar.broker.TenantDesk;
import org.busbar.journal.SqliteJournal;
import tools.jackson.databind.JsonNode;

/** A lab with a real journal and broker that serves FINALES on a free port, and a client of it. */
final class TestLab implements AutoCloseable {

    static final UUID ONE = Identifiers.named("tenant", "cell-1");
    static final UUID TWO = Identifiers.named("tenant", "cell-2");
    static final UUID ASKER = Identifiers.named("tenant", "optimiser");

    static final String CAPABILITY = "{'quantity': 'conductivity', 'method': '%s', 'json_schema_specifications':"
            + " {'type': 'object', 'properties': {'temperature': {'type': 'number', 'units': 'kelvin'}, 'grade': {'type': 'string'}},"
            + " 'required': ['temperature']}, 'json_schema_result_output': {'type': 'object', 'properties': {'value':"
            + " {'type': 'number'}}, 'required': ['value']}, 'is_active': true}";
    static final String LIMITED = "{'quantity': 'conductivity', 'method': '%s', 'limitations':"
            + " [{'temperature': [{'min': 250, 'max': 330}], 'grade': ['coarse', 'fine']}]}";

    final Path folder;
    final TestDoorkeeper doorkeeper = new TestDoorkeeper();
    final SqliteJournal journal;
    final TenantDesk tenants;
    final JournaledBroker broker;
    final JournaledResults results;
    final Facade facade;
    final HttpClient client = HttpClient.newHttpClient();

    /** Two capabilities, three tenants and their users; {@code cell-2} has no limitations. */
    TestLab(Path folder) throws IOException {
        this(folder, "{'port': 0}");
    }

    TestLab(Path folder, String settings) throws IOException {
        this.folder = folder;
        if (!Files.exists(folder.resolve("finales"))) {
            write("finales.json", settings);
            write("capabilities/a.json", CAPABILITY.formatted("probe_a"));
            write("capabilities/b.json", CAPABILITY.formatted("probe_b"));
            tenant("cell-1", LIMITED.formatted("probe_a"));
            tenant(
                    "cell-2",
                    "{'quantity': 'conductivity', 'method': 'probe_a', 'limitations': []},"
                            + "{'quantity': 'conductivity', 'method': 'probe_b', 'limitations': []}");
            tenant("optimiser", "");
        }
        journal = new SqliteJournal(folder.resolve("data/journal.sqlite"));
        tenants = new TenantDesk(journal);
        Board board = new Board(journal);
        broker = new JournaledBroker(journal, board, tenants);
        results = new JournaledResults(journal, board, tenants);
        users();
        facade = new Facade(
                new Facade.Lab(broker, results, tenants, journal, doorkeeper),
                folder.resolve("finales"),
                this::publish);
        journal.addListener(facade);
        facade.takeUp();
        facade.poll();
    }

    private void users() {
        doorkeeper.put(new Caller("lab1", Set.of(Role.TENANT), Set.of(ONE.toString())));
        doorkeeper.put(new Caller("lab2", Set.of(Role.TENANT), Set.of(TWO.toString())));
        doorkeeper.put(new Caller("asker", Set.of(Role.TENANT), Set.of(ASKER.toString())));
        doorkeeper.put(new Caller("operator", Set.of(Role.OPERATOR), Set.of()));
        doorkeeper.put(new Caller("viewer", Set.of(Role.VIEWER), Set.of()));
        doorkeeper.put(new Caller("admin", Set.of(Role.ADMIN), Set.of()));
    }

    private Runnable publish(String id, Tenant tenant) {
        tenants.addTenant(tenant, Map.of("lab.id", id));
        return () -> tenants.removeTenant(tenant);
    }

    /** The server is stopped and started again. */
    TestLab restarted() throws IOException {
        close();
        return new TestLab(folder);
    }

    /** Writes a file of the folder {@code finales}. */
    void write(String name, String json) throws IOException {
        Path file = folder.resolve("finales").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json.replace('\'', '"'));
    }

    void tenant(String name, String limitations) throws IOException {
        write(
                "tenants/" + name + ".json",
                "{'name': '" + name + "', 'limitations': [" + limitations + "], 'contact_person': 'A. Person'}");
    }

    String address() {
        return "http://127.0.0.1:" + facade.port().orElseThrow();
    }

    HttpResponse<String> send(String user, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        if (!user.isEmpty()) {
            request.header("Authorization", "Bearer token-" + user);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    int status(String user, String method, String path, String body) throws IOException, InterruptedException {
        return send(user, method, path, body).statusCode();
    }

    JsonNode get(String user, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(user, "GET", path, "");
        assertEquals(200, response.statusCode(), response.body());
        return StrictJson.read(response.body());
    }

    /** Posts and gives the text that is answered. */
    String post(String user, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(user, "POST", path, body);
        assertEquals(200, response.statusCode(), response.body());
        return StrictJson.read(response.body()).asString();
    }

    /** What is said of a body that is refused. */
    JsonNode detail(int status, String user, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(user, "POST", path, body);
        assertEquals(status, response.statusCode(), response.body());
        return StrictJson.read(response.body()).path("detail");
    }

    static String request(double temperature) {
        return "{'quantity': 'conductivity', 'methods': ['probe_a'], 'parameters': {'probe_a': {'temperature': "
                + temperature + ", 'grade': 'fine'}}, 'tenant_uuid': '" + ASKER + "'}";
    }

    static String result(String request, UUID tenant, String value) {
        return "{'data': {'value': " + value + "}, 'quantity': 'conductivity', 'method': ['probe_a'],"
                + " 'parameters': {'probe_a': {'temperature': 297.8}}, 'tenant_uuid': '" + tenant
                + "', 'request_uuid': '"
                + request + "'}";
    }

    /** A request that is pending. */
    String ask() throws IOException, InterruptedException {
        return post("asker", "/requests/", request(298));
    }

    HttpResponse<String> change(String user, String request, String status) throws IOException, InterruptedException {
        String reason = URLEncoder.encode("for " + user, StandardCharsets.UTF_8);
        return send(
                user,
                "POST",
                "/requests/" + request + "/update_status/?request_id=" + request + "&new_status=" + status
                        + "&status_change_message=" + reason,
                "");
    }

    String statusOf(String request) throws IOException, InterruptedException {
        return get("viewer", "/requests/" + request).path("status").asString();
    }

    /** Waits until something written by a listener is to be seen. */
    static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(5);
        }
        assertEquals(true, condition.getAsBoolean());
    }

    @Override
    public void close() throws IOException {
        facade.close();
        journal.close();
    }
}
