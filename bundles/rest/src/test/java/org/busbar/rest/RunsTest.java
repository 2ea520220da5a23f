package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunsTest {

    private static final String ACT = "/api/v1/devices/left/actions/dispense";
    private static final String BODY = "{\"volume\": \"1 mL\", \"strokes\": 2, \"sample\": \"s-1\"}";
    private final Api api = new Api();

    @Test
    void an_action_is_a_run_of_one_step() {
        Response.Document answer = api.post(ACT, BODY);
        assertEquals(202, answer.status());
        String location = answer.headers().get("Location");
        JsonNode run = Api.json(api.get(location));
        assertEquals("RUNNING", run.get("state").stringValue());
        assertEquals("is dispensing", run.get("reason").stringValue());
        assertEquals("left.dispense", run.get("sequence").get("name").stringValue());
        assertEquals("mL", run.get("inputs").get("volume").get("unit").stringValue());
    }

    @Test
    void the_same_key_does_it_once_and_never_for_something_else() {
        String first = api.post(ACT, BODY, "Idempotency-Key", "k1").headers().get("Location");
        assertEquals("/api/v1/runs/run-k1", first);
        assertEquals(202, api.post(ACT, BODY, "Idempotency-Key", "k1").status());
        assertEquals(1, api.orchestrator.submitted);
        Response.Document other = api.post(ACT, BODY.replace("1 mL", "2 mL"), "Idempotency-Key", "k1");
        assertEquals(422, other.status());
        assertTrue(other.text().contains("used before"), other.text());
        assertEquals(400, api.post(ACT, BODY, "Idempotency-Key", "no blanks").status());
    }

    @Test
    void waiting_gives_the_outcome_as_soon_as_it_is_there() throws Exception {
        var answer = CompletableFuture.supplyAsync(() -> api.post(ACT + "?wait=20", BODY, "Idempotency-Key", "k"));
        while (!api.orchestrator.open.containsKey("run-k")) {
            Thread.sleep(5);
        }
        long begun = System.nanoTime();
        api.orchestrator.finish("run-k");
        JsonNode run = Api.json(answer.get());
        assertTrue(System.nanoTime() - begun < 5_000_000_000L);
        assertEquals(200, answer.get().status());
        assertEquals("COMPLETED", run.get("state").stringValue());
        JsonNode step = run.get("steps").get(0);
        assertEquals("Done", step.get("outcome").get("type").stringValue());
        assertEquals(
                "1.2.0",
                step.get("outcome")
                        .get("provenance")
                        .get("agent")
                        .get("version")
                        .stringValue());
    }

    @Test
    void lists_are_newest_first_and_cut() {
        for (String key : new String[] {"a", "b", "c"}) {
            api.post("/api/v1/runs", "{\"sequence\": \"fill\", \"inputs\": " + BODY + "}", "Idempotency-Key", key);
        }
        api.orchestrator.finish("run-b");
        JsonNode runs = Api.json(api.get("/api/v1/runs?offset=1&limit=2"));
        assertEquals(2, runs.size());
        assertEquals("run-b", runs.get(0).get("id").stringValue());
        assertEquals("COMPLETED", runs.get(0).get("state").stringValue());
        assertEquals("RUNNING", runs.get(1).get("state").stringValue());
        api.orchestrator.finish("run-a");
        assertEquals(
                "COMPLETED",
                Api.json(api.get("/api/v1/runs")).get(2).get("state").stringValue());
    }

    @Test
    void a_person_settles_the_step_a_run_is_held_up_by() {
        api.post(ACT, BODY, "Idempotency-Key", "k");
        String settle = "/api/v1/runs/run-k/steps/dispense/settle";
        assertEquals(409, api.post(settle, "{\"repeat\": true, \"by\": \"me\"}").status());
        api.orchestrator.lose("run-k");
        assertEquals(422, api.post(settle, "{\"by\": \"me\"}").status());
        assertEquals(
                422,
                api.post(settle, "{\"repeat\": true, \"giveUp\": \"x\", \"by\": \"me\"}")
                        .status());
        Response.Document answer = api.post(settle, "{\"happened\": {\"dispensed\": \"1 mL\"}, \"by\": \"me\"}");
        assertEquals(200, answer.status(), answer.text());
        JsonNode step = Api.json(answer).get("steps").get(0);
        assertEquals("Happened", step.get("settlement").get("type").stringValue());
        assertEquals(
                1,
                step.get("settlement")
                        .get("outputs")
                        .get("dispensed")
                        .get("value")
                        .intValue());
        assertEquals("me", step.get("settledBy").stringValue());
    }

    @Test
    void aborting_says_why() {
        api.post(ACT, BODY, "Idempotency-Key", "k");
        JsonNode run = Api.json(api.post("/api/v1/runs/run-k/abort", "{\"reason\": \"it leaks\"}"));
        assertEquals("ABORTED", run.get("state").stringValue());
        assertEquals("it leaks", run.get("reason").stringValue());
    }

    @Test
    void a_safety_stop_is_not_refused_for_its_body() {
        assertEquals(
                200,
                api.post("/api/v1/safety-stop", "{oops", "Content-Type", "text/plain")
                        .status());
        assertEquals("http: no reason could be read", api.orchestrator.stopped);
        api.post("/api/v1/safety-stop", "{\"reason\": \"smoke\", \"by\": \"me\"}");
        assertEquals("me: smoke", api.orchestrator.stopped);
        api.post("/api/v1/safety-stop/clear", "{\"reason\": \"no smoke\", \"by\": \"me\"}");
        assertEquals("me: no smoke", api.orchestrator.cleared);
    }
}
