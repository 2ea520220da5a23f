package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged server as clients and tenants of FINALES meet it, which were not made for it; with its security. */
@Timeout(300)
class FinalesTest {

    private static final String PASSWORD = "a-long-one-for-tests";
    private static final String MARK = "1.23456789"; // a value by which a body would be known again

    @TempDir
    static Path folder;

    private static FinalesPort port;
    private static GuardedServer server;
    private static String admin;

    @BeforeAll
    static void start() throws Exception {
        port = FinalesPort.free();
        Path lab = port.lab(folder.resolve("lab"));
        Path tenants = lab.resolve("finales/tenants");
        String first = Files.readString(tenants.resolve("densimeter.json"));
        Files.writeString(tenants.resolve("second.json"), first.replace("\"densimeter\"", "\"second\""));
        server = GuardedServer.start(lab);
        port.awaitOpen();
        admin = users(server);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    /** Makes a user for each tenant, as an administrator does; gives its token. */
    private static String users(GuardedServer server) throws Exception {
        String token = server.token("admin", server.firstPassword());
        for (String tenant : List.of("densimeter", "planner", "second")) {
            put(server, token, tenant, "\"roles\": [\"TENANT\"], \"tenants\": [\"" + tenant + "\"]");
        }
        return token;
    }

    private static void put(GuardedServer server, String token, String user, String what) throws Exception {
        HttpResponse<String> answer = server.send(
                "PUT",
                "/api/v1/users/" + user,
                "{" + what + ", \"password\": \"" + PASSWORD + "\"}",
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
        assertTrue(answer.statusCode() < 300, answer::body);
    }

    private static JsonNode api(String method, String path, String body) throws Exception {
        HttpResponse<String> answer =
                server.send(method, path, body, "Authorization", "Bearer " + admin, "Content-Type", "application/json");
        assertTrue(answer.statusCode() < 300, () -> path + ": " + answer.body());
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String token(String user) throws Exception {
        return port.token(user, PASSWORD);
    }

    private static String density(String tenant) {
        return "{\"quantity\": \"density\", \"methods\": [\"vibrating_tube\"], \"parameters\": {\"vibrating_tube\":"
                + " {\"temperature\": 298.15, \"pc_share\": 0.3, \"salt_molality\": " + MARK + "}}, \"tenant_uuid\": \""
                + tenant + "\"}";
    }

    private static String result(String tenant, String request) {
        return "{\"data\": {\"density\": 1.2}, \"quantity\": \"density\", \"method\": [\"vibrating_tube\"],"
                + " \"parameters\": {\"vibrating_tube\": {\"temperature\": 298.1, \"pc_share\": 0.3, \"salt_molality\": 1}},"
                + " \"tenant_uuid\": \"" + tenant + "\", \"request_uuid\": \"" + request + "\"}";
    }

    private static FinalesProgram tenant(int count) throws Exception {
        String uuid = port.tenant("densimeter", token("densimeter"));
        String[] arguments = {
            "densimeter", PASSWORD, uuid, "density", "vibrating_tube", String.valueOf(count), "density"
        };
        return FinalesProgram.start("tenant.py", folder, port, arguments);
    }

    private static FinalesProgram client(String quantity, String method, String parameters) throws Exception {
        String uuid = port.tenant("planner", token("planner")).replace("-", "");
        return FinalesProgram.start(
                "optimiser.py", folder, port, "planner", PASSWORD, uuid, quantity, method, parameters);
    }

    @Test
    void a_tenant_of_finales_answers_what_a_client_of_finales_asks() throws Exception {
        try (FinalesProgram client = client(
                        "density",
                        "vibrating_tube",
                        "{\"temperature\": 298.15, \"pc_share\": 0.3, \"salt_molality\": 1}");
                FinalesProgram tenant = tenant(1)) {
            assertEquals("done: 1", tenant.lines().get(1));
            assertEquals("data: {\"density\": 298.15}", client.lines().get(2));
        }
    }

    @Test
    void a_client_of_finales_is_answered_by_the_instruments_of_this_lab() throws Exception {
        try (FinalesProgram client = client(
                "ionic_conductivity",
                "impedance_spectroscopy",
                "{\"pc_share\": 0.3, \"salt_molality\": 1, \"temperature\": 25}")) {
            JsonNode data = JsonMapper.shared().readTree(client.lines().get(2).substring("data: ".length()));
            assertTrue(data.get("conductivity").doubleValue() > 0, data::toString);
            assertTrue(data.get("sample").isString(), data::toString);
        }
    }

    @Test
    void a_campaign_of_the_lab_is_answered_by_a_tenant_of_finales() throws Exception {
        String campaign = api("POST", "/api/v1/campaigns", "{\"plan\": \"density\"}")
                .get("id")
                .stringValue();
        try (FinalesProgram tenant = tenant(6)) {
            assertEquals("done: 6", tenant.lines().get(6));
        }
        JsonNode standing = LabServer.await("the campaign to end", () -> {
            JsonNode now = api("GET", "/api/v1/campaigns/" + campaign, "");
            return now.get("state").stringValue().equals("COMPLETED") ? now : null;
        });
        assertEquals(6, standing.get("trials").size());
        standing.get("trials").forEach(trial -> {
            assertEquals(293.15, trial.at("/outputs/density/value").doubleValue(), 1e-9);
            assertEquals("g/cm3", trial.at("/outputs/density/unit").stringValue());
        });
    }

    @Test
    void of_two_tenants_that_race_one_wins_and_nobody_acts_for_others() throws Exception {
        String planner = token("planner");
        String request = port.post("/requests/", planner, density(port.tenant("planner", planner)));
        assertEquals(403, port.change(request, "reserved", planner).statusCode(), "it offers nothing");
        List<String> racing = List.of(token("densimeter"), token("second"));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Integer>> answers = new ArrayList<>();
        racing.forEach(one -> answers.add(
                threads.submit(() -> port.change(request, "reserved", one).statusCode())));
        List<Integer> statuses =
                new ArrayList<>(List.of(answers.get(0).get(), answers.get(1).get()));
        threads.shutdown();
        String winner = racing.get(statuses.indexOf(200));
        String loser = racing.get(statuses.indexOf(409));
        assertEquals(409, port.change(request, "pending", loser).statusCode());
        String own = port.tenant(winner.equals(racing.get(0)) ? "densimeter" : "second", winner);
        assertEquals(
                403, port.send("POST", "/results/", loser, result(own, request)).statusCode());
        assertEquals(403, port.send("POST", "/requests/", loser, density(own)).statusCode());
        port.post("/results/", winner, result(own, request));
        assertEquals("resolved", port.status(request, planner));
    }

    @Test
    void a_wrong_password_and_a_forged_token_are_nobodys() throws Exception {
        HttpResponse<String> wrong = port.login("planner", "not-the-password");
        HttpResponse<String> nobody = port.login("nobody", "not-the-password");
        assertEquals(401, wrong.statusCode());
        assertEquals(401, nobody.statusCode());
        assertEquals(wrong.body(), nobody.body());
        assertEquals("Bearer", wrong.headers().firstValue("WWW-Authenticate").orElse(""));
        String[] right = token("planner").split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        for (String forged : List.of(none + "." + right[1] + ".", right[0] + "." + right[1] + ".AAAA", "x")) {
            assertEquals(401, port.send("GET", "/tenants", forged, "").statusCode(), forged);
        }
    }

    @Test
    void who_is_put_to_sleep_is_out_at_once() throws Exception {
        put(server, admin, "leaving", "\"roles\": [\"TENANT\"], \"tenants\": [\"planner\"]");
        String token = token("leaving");
        assertEquals(200, port.send("GET", "/tenants", token, "").statusCode());
        api("PUT", "/api/v1/users/leaving", "{\"active\": false}");
        assertEquals(401, port.send("GET", "/tenants", token, "").statusCode());
        assertEquals(401, port.login("leaving", PASSWORD).statusCode());
    }

    @Test
    void a_login_before_every_call_is_cheap() throws Exception {
        token("planner");
        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertEquals(200, port.login("planner", PASSWORD).statusCode());
        }
        Duration all = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(all.toSeconds() < 20, "100 logins took " + all);
    }

    @Test
    void no_log_has_a_secret_or_a_body() throws Exception {
        String token = token("planner");
        String planner = port.tenant("planner", token);
        String request = port.post("/requests/", token, density(planner));
        assertEquals(
                422,
                port.send("POST", "/requests/", token, density(planner).replace("298.15", "9e9"))
                        .statusCode());
        port.change(request, "retracted", token);
        for (Path log : List.of(server.lab.resolve("server.out"), server.lab.resolve("data/logs/busbar.log"))) {
            String text = Files.readString(log);
            for (String secret : List.of(PASSWORD, token, MARK)) {
                assertFalse(text.contains(secret), () -> secret + " is in " + log);
            }
        }
    }

    @Test
    void a_server_killed_between_reservation_and_result_takes_the_result_once_when_it_is_back() throws Exception {
        FinalesPort own = FinalesPort.free();
        Path lab = own.lab(folder.resolve("killed"));
        String token;
        String tenant;
        String request;
        try (GuardedServer first = GuardedServer.start(lab)) {
            own.awaitOpen();
            users(first);
            String planner = own.token("planner", PASSWORD);
            token = own.token("densimeter", PASSWORD);
            tenant = own.tenant("densimeter", token);
            request = own.post("/requests/", planner, density(own.tenant("planner", planner)));
            assertEquals(200, own.change(request, "reserved", token).statusCode());
            first.process.destroyForcibly().waitFor();
        }
        String posted;
        try (GuardedServer second = GuardedServer.start(lab)) {
            own.awaitOpen();
            assertEquals("reserved", own.status(request, token));
            posted = own.post("/results/", token, result(tenant, request));
            assertEquals(posted, own.post("/results/", token, result(tenant, request)), "the same once more");
            second.process.destroyForcibly().waitFor();
        }
        try (GuardedServer third = GuardedServer.start(lab)) {
            own.awaitOpen();
            assertEquals(posted, own.post("/results/", token, result(tenant, request)));
            assertEquals("resolved", own.status(request, token));
            assertEquals(0, own.get("/pending_requests", token).size());
            JsonNode results = own.get("/results_requested", token);
            assertEquals(1, results.size());
            assertEquals(posted, results.at("/0/uuid").stringValue());
            assertEquals(1.2, results.at("/0/result/data/density").doubleValue());
        }
    }
}
