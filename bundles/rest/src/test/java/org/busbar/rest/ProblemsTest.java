package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ProblemsTest {

    private static final String DISPENSE = "/api/v1/devices/left/actions/dispense";
    private final Api api = new Api();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/runs                            | {\"sequence\": 5            | 400 | line 1, column",
                "/api/v1/runs                            | [1]                         | 422 | no JSON object",
                "/api/v1/runs                            | {\"sequence\": 5}           | 422 | sequence = 5 is not a text",
                "/api/v1/runs                            | {\"sequence\": \"x\"}       | 422 | no sequence 'x', only [fill, measure]",
                "/api/v1/runs                            | {\"sequenz\": \"fill\"}     | 422 | 'sequenz' is not known here",
                "/api/v1/runs?wait=x                     | {\"sequence\": \"fill\"}    | 422 | input volume is missing",
                "/api/v1/runs/r9/abort                   | {\"reason\": \"x\"}         | 404 | no run 'r9'",
                "/api/v1/runs/r9/halt                    | {}                          | 404 | no run 'r9'",
                "/api/v1/runs/r9/explode                 | {}                          | 404 | nothing at /api/v1/runs/r9/explode",
                "/api/v1/runs/r9/steps/a[1]/b/settle     | {}                          | 404 | no run 'r9'",
                "/api/v1/devices/up/hold                 | {\"by\": \"me\"}            | 404 | only [left, right]",
                "/api/v1/devices/left/hold               | {\"by\": \"me\", \"for\": \"2 m\"} | 422 | '2 m' is not a time such as",
                "/api/v1/devices/left/hold               | {\"by\": \"me\", \"for\": \"-2 h\"} | 422 | not a time between 0 and 10 years",
                "/api/v1/devices/left/clear              | {\"by\": \"me\", \"kind\": \"x\"} | 422 | not one of [hold, stopped, unverified]",
                "/api/v1/devices/left/clear              | {\"by\": \"me\", \"kind\": \"stopped\"} | 422 | Say why it is safe",
                "/api/v1/campaigns/x/dry-run             | {}                          | 404 | no plan 'x', only [salt, plain]",
                "/api/v1/runs/dry-run                    | {\"sequence\": \"fill\", \"times\": 10001} | 422 | times = 10001 is not from 1 to 10000",
                "/api/v1/devices/up/actions/dispense     | {}                          | 404 | only [left, right]",
                "/api/v1/devices/left/actions/explode    | {}                          | 404 | only [dispense]",
                "/api/v1/devices/right/actions/dispense  | {}                          | 409 | is missing: no driver",
                "/api/v1/campaigns                       | {\"plan\": \"s\"}           | 422 | no plan 's', only [salt, plain]",
                "/api/v1/campaigns                       | {\"plan\": \"salt\", \"seed\": 1.5} | 422 | seed = 1.5 is not a whole number",
                "/api/v1/campaigns                       | {\"plan\": \"salt\", \"trials\": 0} | 422 | trials = 0 is not from 1",
                "/api/v1/campaigns                       | {\"plan\": \"salt\", \"optimizer\": \"magic\"} | 422 | no optimizer 'magic'",
                "/api/v1/campaigns/c9/stop               | {}                          | 404 | no campaign 'c9'",
                "/api/v1/requests                        | {\"quantity\": \"conductivity\", \"inputs\": {\"salt\": \"3 mol/L\"}} | 422 | above the limit of 2 mol/L",
                "/api/v1/safety-stop/clear               | {\"by\": \"me\"}            | 422 | 'reason' is missing",
            })
    void says_what_is_wrong(String url, String body, int status, String detail) {
        Response.Document answer = api.post(url, body);
        String said = Api.json(answer).get("detail").stringValue();
        assertEquals(status, answer.status(), said);
        assertTrue(said.contains(detail), said);
        assertFalse(said.contains("java.") || said.contains("org.busbar"), said);
    }

    @Test
    void names_every_wrong_input_and_where_it_is() {
        Response.Document answer =
                api.post(DISPENSE, "{\"volume\": \"11 mL\", \"strokes\": 1.5, \"sample\": 4, \"colour\": \"red\"}");
        JsonNode problem = Api.json(answer);
        assertEquals(422, answer.status());
        assertEquals(4, problem.get("faults").size(), problem::toString);
        assertEquals("volume", problem.get("path").stringValue());
        assertTrue(problem.get("detail").stringValue().contains("volume = 11 mL is above the limit of 10 mL"));
        assertTrue(problem.get("detail").stringValue().contains("there is no input colour"));
        assertEquals(0, api.orchestrator.submitted);
    }

    @Test
    void another_content_type_is_415_and_nothing_is_done() {
        Response.Document answer = api.post("/api/v1/campaigns", "{\"plan\": \"salt\"}", "Content-Type", "text/plain");
        assertEquals(415, answer.status());
        assertTrue(api.campaigns.begun.isEmpty());
    }

    @Test
    void a_query_that_is_no_number_is_400() {
        assertEquals(400, api.get("/api/v1/runs?limit=many").status());
        assertEquals(400, api.get("/api/v1/requests?state=lost").status());
    }
}
