package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged server with an administrator and those whom it makes: each may do what its roles say, and nothing else. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UsersTest {

    private static final String PASSWORD = "correct horse";
    private static final String OFFER =
            "{\"lease\": 0, \"offers\": [{\"quantity\": \"taste\", \"method\": \"tongue\", \"price\": {\"source\": \"person\"},"
                    + " \"inputs\": [], \"outputs\": [{\"name\": \"sweetness\", \"whole\": true, \"min\": 0, \"max\": 5}]}]}";

    @TempDir
    Path folder;

    private GuardedServer server;
    private String admin;

    @BeforeEach
    void begin() throws Exception {
        server = GuardedServer.start(LabServer.exampleLab(folder, 100_000, 4));
        admin = server.token("admin", server.firstPassword());
        user("sam", "\"SCIENTIST\"", "");
        user("vera", "\"VIEWER\"", "");
        user("tina", "\"TENANT\"", "\"water\"");
    }

    @AfterEach
    void end() throws Exception {
        server.close();
    }

    private void user(String name, String roles, String tenants) throws Exception {
        String body = "{\"roles\": [%s], \"tenants\": [%s], \"password\": \"%s\"}".formatted(roles, tenants, PASSWORD);
        send(201, admin, "PUT", "/users/" + name, body);
    }

    private JsonNode send(int status, String token, String method, String path, String body) throws Exception {
        String url = "/api/v1" + path;
        String who = "Bearer " + token;
        HttpResponse<String> answer = body.isEmpty()
                ? server.send(method, url, "", "Authorization", who, "Accept", "application/json")
                : server.send(method, url, body, "Authorization", who, "Content-Type", "application/json");
        assertEquals(status, answer.statusCode(), () -> method + " " + path + ": " + answer.body());
        return JsonMapper.shared().readTree(answer.body());
    }

    private String login(String name) throws Exception {
        return server.token(name, PASSWORD);
    }

    private JsonNode apiToken(String token) throws Exception {
        return send(201, token, "POST", "/tokens", "{\"label\": \"test\"}");
    }

    private static String words(JsonNode node, String path) {
        return node.at(path).stringValue();
    }

    @Test
    void a_viewer_reads_and_changes_nothing() throws Exception {
        String vera = login("vera");
        assertEquals(
                "[\"VIEWER\"]", send(200, vera, "GET", "/me", "").get("roles").toString());
        for (String path : new String[] {"/devices", "/runs", "/requests", "/events?limit=1"}) {
            send(200, vera, "GET", path, "");
        }
        refused(vera, "SCIENTIST", "POST", "/campaigns", "{\"plan\": \"electrolyte\"}");
        refused(vera, "SCIENTIST", "POST", "/requests", "{\"quantity\": \"conductivity\"}");
        refused(vera, "TENANT", "PUT", "/tenants/water", OFFER);
        refused(vera, "ADMIN", "GET", "/users", "");
        refused(vera, "ADMIN", "PUT", "/users/vera", "{\"roles\": [\"ADMIN\"]}");
        refused(vera, "ADMIN", "DELETE", "/users/sam", "");
        String device = words(send(200, vera, "GET", "/devices", ""), "/0/id");
        refused(vera, "OPERATOR", "POST", "/devices/" + device + "/hold", "{}");
        refused(login("sam"), "ADMIN", "PUT", "/users/sam", "{\"roles\": [\"ADMIN\"]}");
        String audit = send(200, admin, "GET", "/audit?limit=100", "").toString();
        assertTrue(audit.contains("was kept from PUT /api/v1/tenants/water"), audit);
        assertTrue(audit.contains("set user tina with roles [TENANT], tenants [water]"), audit);
        assertFalse(audit.contains(PASSWORD), audit);
    }

    private void refused(String token, String role, String method, String path, String body) throws Exception {
        String detail = words(send(403, token, method, path, body), "/detail");
        assertTrue(detail.contains("This takes the role " + role), detail);
    }

    @Test
    void a_tenant_acts_as_itself_and_as_no_other() throws Exception {
        String tina = login("tina");
        send(201, tina, "PUT", "/tenants/water", OFFER);
        String refused = words(send(403, tina, "PUT", "/tenants/air", OFFER), "/detail");
        assertTrue(refused.contains("may not act as the tenant 'air', only as [water]"), refused);
        send(201, admin, "PUT", "/tenants/air", OFFER);
        String asked = words(send(201, login("sam"), "POST", "/requests", "{\"quantity\": \"taste\"}"), "/request/id");
        send(403, tina, "POST", "/requests/" + asked + "/reserve", "{\"tenant\": \"air\"}");
        send(403, tina, "DELETE", "/tenants/air", "{\"reason\": \"envy\"}");
        send(200, tina, "POST", "/requests/" + asked + "/reserve", "{\"tenant\": \"water\"}");
        JsonNode ticket = send(200, tina, "GET", "/requests/" + asked, "");
        assertEquals("water", words(ticket, "/tenant"));
        String result = "{\"tenant\": \"%s\", \"method\": \"tongue\", \"outputs\": {\"sweetness\": 3}}";
        send(200, tina, "POST", "/requests/" + asked + "/begin", "{\"tenant\": \"water\"}");
        send(403, tina, "POST", "/requests/" + asked + "/result", result.formatted("air"));
        send(201, tina, "POST", "/requests/" + asked + "/result", result.formatted("water"));
    }

    @Test
    void the_example_tenant_works_with_an_api_token_and_is_away_at_once_when_it_is_revoked() throws Exception {
        JsonNode issued = apiToken(login("tina"));
        Path script = LabServer.home().resolve("examples/python-tenant/tenant.py");
        Path said = folder.resolve("tenant.out");
        ProcessBuilder builder = new ProcessBuilder("python3", script.toString(), server.url, words(issued, "/secret"));
        builder.environment().keySet().removeIf(name -> name.startsWith("BUSBAR"));
        Process tenant =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            String sam = login("sam");
            LabServer.await(
                    "the offer", () -> send(200, sam, "GET", "/offers", "").has("water"));
            String body = "{\"quantity\": \"density\", \"inputs\": {\"temperature\": \"20 Cel\"}}";
            String asked = words(send(201, sam, "POST", "/requests", body), "/request/id");
            LabServer.await("the answer", () -> words(send(200, sam, "GET", "/requests/" + asked, ""), "/state")
                    .equals("RESOLVED"));
            JsonNode result = send(200, sam, "GET", "/results/" + asked, "");
            assertEquals(998.2, result.at("/outputs/density/value").doubleValue(), 0.05);
            assertEquals("water", words(result, "/tenant"));
            send(200, admin, "DELETE", "/tokens/" + words(issued, "/token/id"), "");
            send(401, words(issued, "/secret"), "GET", "/me", "");
            assertTrue(tenant.waitFor(60, TimeUnit.SECONDS), "it waits for requests with a token that is over");
            String last = Files.readString(said);
            assertTrue(last.contains("urn:busbar:problem:unauthorized"), last);
        } finally {
            tenant.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_stream_ends_soon_after_its_token_was_revoked_or_its_user_removed() throws Exception {
        JsonNode issued = apiToken(login("vera"));
        String sam = login("sam");
        try (BufferedReader veras = follow(words(issued, "/secret"));
                BufferedReader sams = follow(sam)) {
            send(200, login("vera"), "DELETE", "/tokens/" + words(issued, "/token/id"), "");
            send(200, admin, "DELETE", "/users/sam", "");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            drain(veras);
            drain(sams);
            assertTrue(System.nanoTime() < end);
        }
        send(401, words(issued, "/secret"), "GET", "/events?limit=1", "");
        send(401, sam, "GET", "/events?limit=1", "");
    }

    private BufferedReader follow(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url + "/api/v1/events"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        assertTrue(lines.readLine().startsWith(": events after"));
        return lines;
    }

    /** Reads to the end, which there is only if the server ends it. */
    private static void drain(BufferedReader lines) throws Exception {
        String line = lines.readLine();
        while (line != null) {
            line = lines.readLine();
        }
    }

    @Test
    void the_commands_log_in_keep_users_and_tokens_and_log_out() throws Exception {
        assertEquals(0, busbar(PASSWORD, "login", server.url, "--user", "vera", "--password-stdin"), this::said);
        Path kept = folder.resolve("config/busbar/tokens");
        assertEquals("[OWNER_READ, OWNER_WRITE]", sorted(kept));
        String login = Files.readString(kept);
        assertEquals(0, busbar("", "status", "--url", server.url), this::said);
        assertEquals(1, busbar("", "user", "list", "--url", server.url));
        assertTrue(said().contains("This takes the role ADMIN"), said());
        assertEquals(0, busbar("", "token", "new", "mine", "--url", server.url), this::said);
        assertEquals(0, busbar("", "logout"), this::said);
        String token = JsonMapper.shared()
                .readTree(login)
                .iterator()
                .next()
                .get("token")
                .stringValue();
        send(401, token, "GET", "/me", "");
        String[] add = {"user", "add", "otto", "--role", "operator", "--password-stdin", "--lab", server.lab.toString()
        };
        assertEquals(0, busbar(PASSWORD, add), this::said);
        assertEquals(1, busbar(PASSWORD, add), "there is one already");
        assertTrue(said().contains("There is a user 'otto' already"), said());
        assertEquals(
                "[\"OPERATOR\"]",
                send(200, login("otto"), "GET", "/me", "").get("roles").toString());
        assertEquals(1, busbar("", "user", "remove", "admin", "--lab", server.lab.toString()));
        assertTrue(said().contains("Nobody would be left who is an active administrator"), said());
    }

    private static String sorted(Path file) throws Exception {
        return Files.getPosixFilePermissions(file).stream().sorted().toList().toString();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("busbar.out"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** @param typed what is on standard input */
    private int busbar(String typed, String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(LabServer.home().resolve("bin/busbar").toString()));
        command.addAll(List.of(words));
        Path in = Files.writeString(folder.resolve("busbar.in"), typed + "\n");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("busbar.out").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        builder.environment().remove("BUSBAR_TOKEN");
        return builder.start().waitFor();
    }
}
