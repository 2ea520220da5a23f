package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class VerbsTest {

    private static final String RUN = "/api/v1/runs/run-k";
    private static final String GRID = "grid[2]/measure";
    private final Api api = new Api();

    @BeforeEach
    void begin() {
        String body = "{\"sequence\": \"fill\", \"priority\": 3, \"inputs\":"
                + " {\"volume\": \"1 mL\", \"strokes\": 2, \"sample\": \"s-1\"}}";
        assertEquals(202, api.post("/api/v1/runs", body, "Idempotency-Key", "k").status());
    }

    @ParameterizedTest
    @CsvSource({
        "pause, PAUSE",
        "pause-now, PAUSE_NOW",
        "resume, RESUME",
        "stop, STOP",
        "abort, ABORT",
        "halt, HALT",
    })
    void every_verb_is_an_address(String word, Verb verb) {
        String body = "{\"by\": \"anna\", \"reason\": \"it leaks\", \"force\": true}";
        Response.Document answer = api.post(RUN + "/" + word, body);
        assertEquals(202, answer.status(), answer.text());
        assertEquals(RUN, answer.headers().get("Location"));
        assertEquals(List.of(new Order(verb, "anna", "it leaks", true)), api.orchestrator.orders);
    }

    @Test
    void the_answer_says_where_the_run_stands_also_the_second_time() {
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    "PAUSING",
                    Api.json(api.post(RUN + "/pause", "")).get("state").stringValue());
        }
        api.orchestrator.finish("run-k");
        assertEquals(
                "COMPLETED", Api.json(api.post(RUN + "/stop", "")).get("state").stringValue());
    }

    @Test
    void an_order_that_is_not_understood_is_not_given() {
        assertEquals(422, api.post(RUN + "/stop", "{\"force\": \"yes\"}").status());
        assertEquals(422, api.post(RUN + "/stop", "{\"why\": \"x\"}").status());
        assertTrue(api.orchestrator.orders.isEmpty());
    }

    @Test
    void what_cannot_be_done_in_this_state_is_409_with_the_reason() {
        Response.Document answer = api.post(RUN + "/cancel", "{\"by\": \"anna\"}");
        assertEquals(409, answer.status());
        assertTrue(answer.text().contains("has begun and cannot be cancelled"), answer.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {GRID, "grid%5B2%5D/measure", "grid%5B2%5D%2Fmeasure"})
    void one_step_can_be_told_too(String path) throws Exception {
        ApiServlet servlet = new ApiServlet();
        api.groups().forEach(servlet::addRoutes);
        Exchange exchange = new Exchange("POST", RUN + "/steps/" + path + "/abort").body("{\"by\": \"anna\"}");
        assertEquals(202, exchange.run(servlet).status, exchange.text());
        assertEquals(List.of(new Order(Verb.ABORT, GRID, "anna", "", false)), api.orchestrator.orders);
    }

    @Test
    void a_question_comes_with_the_form_of_its_answer() {
        api.orchestrator.ask("run-k", GRID, List.of(Parameter.real("mass", "g", 0, 5), Parameter.choice("lid", "on")));
        JsonNode asked = Api.json(api.get("/api/v1/inquiries")).get(0);
        assertEquals(GRID, asked.get("step").stringValue());
        assertEquals("What is the mass?", asked.get("text").stringValue());
        JsonNode mass = asked.at("/form/properties/mass");
        assertEquals("g", mass.get("unit").stringValue());
        assertEquals(5, mass.get("maximum").doubleValue());
        assertEquals("on", asked.at("/form/properties/lid/enum/0").stringValue());
        assertEquals("lid", asked.at("/form/required/1").stringValue());
    }

    @Test
    void an_answer_is_checked_against_the_form_and_stands_in_the_run() {
        api.orchestrator.ask("run-k", GRID, List.of(Parameter.real("mass", "g", 0, 5)));
        String answer = RUN + "/steps/" + GRID + "/answer";
        Response.Document heavy = api.post(answer, "{\"outputs\": {\"mass\": \"6 g\"}, \"by\": \"me\"}");
        assertEquals(422, heavy.status());
        assertTrue(heavy.text().contains("above the limit of 5 g"), heavy.text());
        JsonNode run = Api.json(api.post(answer, "{\"outputs\": {\"mass\": \"500 mg\"}, \"by\": \"me\"}"));
        JsonNode step = run.get("steps").get(1);
        assertEquals("DONE", step.get("state").stringValue());
        assertEquals("What is the mass?", step.get("question").stringValue());
        assertEquals("mg", step.at("/outputs/mass/unit").stringValue());
        assertEquals("me", step.get("settledBy").stringValue());
        Response.Document again = api.post(answer, "{\"outputs\": {\"mass\": \"1 g\"}, \"by\": \"me\"}");
        assertEquals(409, again.status());
        assertTrue(again.text().contains("is not held up by step '" + GRID + "'"), again.text());
    }

    @Test
    void a_step_can_be_repeated_with_other_inputs() {
        api.orchestrator.lose("run-k");
        String settle = RUN + "/steps/a/settle";
        assertEquals(
                422, api.post(settle, "{\"repeat\": \"yes\", \"by\": \"me\"}").status());
        Response.Document answer = api.post(settle, "{\"repeat\": {\"volume\": \"2 mL\"}, \"by\": \"me\"}");
        assertEquals(200, answer.status(), answer.text());
        assertEquals(
                List.of(new Settlement.Repeat(Values.of("volume", Quantity.of(2, "mL")))), api.orchestrator.settled);
    }
}
