package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.busbar.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Analyses as clients meet them, over the orchestrator that is shipped. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AnalysesTest {

    private static final String RUNS = "/api/v1/analyses/slope/runs?wait=30";
    private static final String POINTS = "{\"inputs\": {\"x\": {\"series\": [0, 2], \"unit\": \"s\"},"
            + " \"y\": {\"series\": [0, 6], \"unit\": \"V\"}}}";

    private RealLab lab;

    @BeforeEach
    void begin(@TempDir Path folder) throws Exception {
        lab = new RealLab(folder);
    }

    @AfterEach
    void end() throws Exception {
        lab.close();
    }

    private Exchange ask(String method, String path, String body) throws Exception {
        Exchange exchange = new Exchange(method, path);
        return (body.isEmpty() ? exchange : exchange.body(body)).run(lab.servlet);
    }

    private JsonNode json(int status, Exchange exchange) {
        assertEquals(status, exchange.status, exchange.text());
        return Json.mapper().readTree(exchange.text());
    }

    private String done() throws Exception {
        JsonNode run = json(200, ask("POST", RUNS, POINTS));
        assertEquals("COMPLETED", run.at("/state").asString(), run.toString());
        return run.at("/id").asString();
    }

    @Test
    void those_at_hand_are_listed_with_what_they_take_by_themselves() throws Exception {
        JsonNode all = json(200, ask("GET", "/api/v1/analyses", ""));
        assertEquals("slope", all.at("/0/id").asString());
        assertEquals(3, all.at("/0/inputs").size());
        assertEquals(0, all.at("/0/defaults/offset/value").asInt());
    }

    @Test
    void one_is_done_as_a_run_that_tells_also_the_defaults() throws Exception {
        JsonNode run = json(200, ask("POST", RUNS, POINTS));
        assertEquals(3, run.at("/outputs/slope/value").asDouble());
        assertEquals("ok", run.at("/outputs/quality").asString());
        assertEquals("V", run.at("/steps/0/inputs/offset/unit").asString());
    }

    @Test
    void what_is_missing_is_said_and_nothing_is_run() throws Exception {
        String text = ask("POST", RUNS, "{\"inputs\": {\"x\": {\"series\": [0, 2], \"unit\": \"s\"}}}")
                .text();
        assertTrue(text.contains("input y is missing"), text);
        String unknown = ask("POST", "/api/v1/analyses/magic/runs", POINTS).text();
        assertTrue(unknown.contains("only [slope]"), unknown);
        assertEquals(0, json(200, ask("GET", "/api/v1/runs", "")).size());
    }

    @Test
    void what_it_has_to_show_is_given_as_a_specification_and_as_a_picture() throws Exception {
        String run = "/api/v1/runs/" + done() + "/charts";
        JsonNode charts = json(200, ask("GET", run, ""));
        assertEquals("line", charts.at("/0/name").asString());
        assertEquals("analyse", charts.at("/0/step").asString());
        assertTrue(charts.at("/0/spec/$schema").asString().contains("vega-lite/v5"), charts.toString());
        String svg = ask("GET", run + "/line", "").text();
        assertTrue(svg.contains("<svg") && svg.contains("voltage"), svg);
        String none = ask("GET", run + "/bode", "").text();
        assertTrue(none.contains("only [line]"), none);
    }

    @Test
    void a_file_is_kept_and_given_back() throws Exception {
        Exchange sent = new Exchange("POST", "/api/v1/artifacts")
                .body("f,re,im\n")
                .header("Content-Type", "text/csv")
                .run(lab.servlet);
        JsonNode kept = json(201, sent);
        assertEquals("text/csv", kept.at("/mediaType").asString());
        assertEquals(
                "f,re,im\n",
                ask("GET", "/api/v1/artifacts/" + kept.at("/sha256").asString(), "")
                        .text());
        Exchange nameless = new Exchange("POST", "/api/v1/artifacts").body("x").header("Content-Type", null);
        assertEquals(415, nameless.run(lab.servlet).status);
    }

    @Test
    void raw_data_are_analysed_again_beside_what_was_found_first() throws Exception {
        String path = "/api/v1/runs/" + done() + "/reanalysis";
        assertEquals(404, ask("GET", path, "").status);
        json(202, ask("POST", path, "{\"by\": \"me\"}"));
        JsonNode found = json(200, ask("GET", path, ""));
        while (!found.at("/state").asString().equals("COMPLETED")) {
            found = json(200, ask("GET", path, ""));
        }
        assertEquals(found.at("/before"), found.at("/after"));
        assertEquals("analyse", found.at("/steps/0/step").asString());
        String refused = ask("POST", path + "/adoption", "{\"by\": \"me\"}").text();
        assertTrue(refused.contains("not by a request"), refused);
    }
}
