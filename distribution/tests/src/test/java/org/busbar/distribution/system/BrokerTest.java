package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The broker as its users meet it: tenants in other processes, over HTTP, beside this lab's own instruments. */
class BrokerTest {

    private static final String RECIPE =
            "\"inputs\": {\"pc_share\": \"0.3\", \"salt_molality\": \"1 mol/kg\", \"temperature\": \"25 Cel\"}";

    @TempDir
    Path folder;

    private Path lab(int atOnce, int trials, int parallel) throws Exception {
        return LabServer.copy("electrolyte", folder.resolve("lab"), text -> text.replace(
                        "by: impedance_spectroscopy", "by: impedance_spectroscopy\nat_once: " + atOnce)
                .replaceAll("trials: \\d+", "trials: " + trials)
                .replaceAll("parallel: \\d+", "parallel: " + parallel)
                .replaceAll("after: \\d+", "after: " + trials / 2));
    }

    private static String ask(LabServer server, String quantity) throws Exception {
        JsonNode ticket = server.post("/api/v1/requests", "{\"quantity\": \"" + quantity + "\", " + RECIPE + "}");
        return ticket.at("/request/id").stringValue();
    }

    private static JsonNode awaitState(LabServer server, String request, String state) throws Exception {
        return LabServer.await(request + " to be " + state, () -> {
            JsonNode ticket = server.get("/api/v1/requests/" + request);
            return ticket.get("state").stringValue().equals(state) ? ticket : null;
        });
    }

    @Test
    void a_campaign_is_answered_by_this_lab_and_by_another_and_cannot_tell_them_apart() throws Exception {
        try (LabServer server = LabServer.start(lab(1, 12, 2));
                Partner elsewhere = Partner.start(server, folder, "elsewhere")) {
            String id = server.post("/api/v1/campaigns", "{\"plan\": \"electrolyte\"}")
                    .get("id")
                    .stringValue();
            JsonNode standing = LabServer.await("the campaign to end", () -> {
                JsonNode now = server.get("/api/v1/campaigns/" + id);
                return now.get("state").stringValue().equals("COMPLETED") ? now : null;
            });
            assertEquals(12, standing.get("trials").size());
            standing.get("trials").forEach(trial -> {
                assertEquals("DONE", trial.get("state").stringValue());
                assertEquals("mS/cm", trial.at("/outputs/conductivity/unit").stringValue());
            });
            Map<String, Long> answered = tenants(server, standing);
            assertTrue(answered.getOrDefault("lab", 0L) >= 2, answered::toString);
            assertTrue(answered.getOrDefault("elsewhere", 0L) >= 2, answered::toString);
            assertEquals(
                    12, answered.values().stream().mapToLong(Long::longValue).sum());
        }
    }

    private static Map<String, Long> tenants(LabServer server, JsonNode standing) throws Exception {
        List<String> tenants = new ArrayList<>();
        for (JsonNode trial : standing.get("trials")) {
            String path = "/api/v1/results/" + trial.get("request").stringValue();
            tenants.add(server.get(path).get("tenant").stringValue());
        }
        return tenants.stream().collect(Collectors.groupingBy(tenant -> tenant, Collectors.counting()));
    }

    @Test
    void an_experiment_triggers_a_simulation_which_triggers_an_experiment() throws Exception {
        try (LabServer server = LabServer.start(lab(5, 4, 1));
                Partner cluster = Partner.start(server, folder, "cluster");
                Partner cells = Partner.start(server, folder, "cell-lab")) {
            String asked = ask(server, "limiting_current");
            awaitState(server, asked, "RESOLVED");
            String simulated = child(server, asked, "cluster");
            String measured = child(server, simulated, "lab");
            JsonNode trace = server.get("/api/v1/requests/" + asked + "/trace");
            assertTrue(trace.toString().contains(simulated), trace::toString);
            assertTrue(trace.toString().contains(measured), trace::toString);
            double conductivity = value(server, measured, "conductivity");
            assertEquals(0.3 + 0.01 * conductivity, value(server, simulated, "transference_number"), 1e-9);
            assertEquals(40 * (0.3 + 0.01 * conductivity), value(server, asked, "limiting_current"), 1e-9);
            JsonNode steps = server.get("/api/v1/results/" + measured).get("provenance");
            List<String> agents = StreamSupport.stream(steps.spliterator(), false)
                    .map(step -> step.at("/agent/bundle").stringValue())
                    .toList();
            assertTrue(agents.contains("org.busbar.drivers.sim-conductivity-cell"), agents::toString);
        }
    }

    private static String child(LabServer server, String request, String tenant) throws Exception {
        JsonNode children = server.get("/api/v1/requests/" + request + "/children");
        assertEquals(1, children.size(), children::toString);
        assertEquals(tenant, children.get(0).get("tenant").stringValue());
        return children.get(0).at("/request/id").stringValue();
    }

    private static double value(LabServer server, String request, String output) throws Exception {
        return server.get("/api/v1/results/" + request)
                .at("/outputs/" + output + "/value")
                .doubleValue();
    }

    @Test
    void what_a_tenant_had_that_was_killed_is_done_by_another() throws Exception {
        try (LabServer server = LabServer.start(lab(5, 4, 1))) {
            String asked;
            try (Partner slow = Partner.start(server, folder, "slow")) {
                asked = ask(server, "transference_number");
                awaitState(server, asked, "RUNNING");
                slow.kill();
            }
            try (Partner cluster = Partner.start(server, folder, "cluster")) {
                assertEquals(
                        "cluster",
                        awaitState(server, asked, "RESOLVED").get("tenant").stringValue());
            }
        }
    }

    @Test
    void a_server_killed_between_reservation_and_result_takes_the_result_when_it_is_back() throws Exception {
        Path lab = lab(5, 4, 1);
        String asked;
        try (LabServer server = LabServer.start(lab)) {
            server.put("/api/v1/tenants/hands", HANDS);
            asked = server.post("/api/v1/requests", "{\"quantity\": \"taste\"}")
                    .at("/request/id")
                    .stringValue();
            server.post("/api/v1/requests/" + asked + "/reserve", "{\"tenant\": \"hands\"}");
            server.post("/api/v1/requests/" + asked + "/begin", "{\"tenant\": \"hands\"}");
            server.kill();
        }
        try (LabServer server = LabServer.start(lab)) {
            assertEquals(
                    "hands", awaitState(server, asked, "RUNNING").get("tenant").stringValue());
            String result = "{\"tenant\": \"hands\", \"method\": \"tongue\", \"outputs\": {\"sweetness\": 3}}";
            server.post("/api/v1/requests/" + asked + "/result", result);
            server.post("/api/v1/requests/" + asked + "/result", result); // once more changes nothing
            awaitState(server, asked, "RESOLVED");
            server.kill();
        }
        try (LabServer server = LabServer.start(lab)) {
            awaitState(server, asked, "RESOLVED");
            assertEquals(
                    1,
                    server.get("/api/v1/results/" + asked + "/versions")
                            .get("versions")
                            .size());
        }
    }

    private static final String HANDS =
            "{\"lease\": 0, \"offers\": [{\"quantity\": \"taste\", \"method\": \"tongue\", \"price\": {\"source\": \"person\"},"
                    + " \"inputs\": [], \"outputs\": [{\"name\": \"sweetness\", \"whole\": true, \"min\": 0, \"max\": 5}]}]}";

    @Test
    void a_person_answers_through_a_form_made_of_what_was_offered() throws Exception {
        try (LabServer server = LabServer.start(lab(5, 4, 1))) {
            server.put("/api/v1/tenants/hands", HANDS);
            String asked = server.post("/api/v1/requests", "{\"quantity\": \"taste\"}")
                    .at("/request/id")
                    .stringValue();
            String form = server.text("/answer/" + asked);
            assertTrue(form.contains("sweetness") && form.contains("max=\"5\""), form);
            String refused = server.fill("/answer/" + asked, Map.of("tenant", "hands", "do", "answer", "value-0", "9"));
            assertTrue(refused.contains("above the limit of 5"), refused);
            server.fill("/answer/" + asked, Map.of("tenant", "hands", "do", "answer", "value-0", "4"));
            awaitState(server, asked, "RESOLVED");
            assertEquals(4, value(server, asked, "sweetness"));
        }
    }

    @Test
    void the_example_tenant_of_forty_lines_answers() throws Exception {
        Path script = LabServer.home().resolve("examples/python-tenant/tenant.py");
        assertTrue(Files.readAllLines(script).stream()
                        .filter(line -> !line.isBlank())
                        .count()
                <= 50);
        try (LabServer server = LabServer.start(lab(5, 4, 1))) {
            Process tenant = new ProcessBuilder("python3", script.toString(), server.url(), "")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("tenant.out").toFile())
                    .start();
            try {
                LabServer.await("the offer", () -> server.get("/api/v1/offers").has("water"));
                String asked = server.post(
                                "/api/v1/requests",
                                "{\"quantity\": \"density\", \"inputs\": {\"temperature\": \"293.15 K\"}}")
                        .at("/request/id")
                        .stringValue();
                awaitState(server, asked, "RESOLVED");
                assertEquals(998.2, value(server, asked, "density"), 0.05);
            } finally {
                tenant.destroyForcibly().waitFor();
            }
        }
    }
}
