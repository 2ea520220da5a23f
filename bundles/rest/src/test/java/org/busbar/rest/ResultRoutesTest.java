package org.busbar.rest;

import static org.busbar.rest.RequestApi.DENSITY;
import static org.busbar.rest.RequestApi.OPERATOR;
import static org.busbar.rest.RequestApi.OTHER;
import static org.busbar.rest.RequestApi.RESULT;
import static org.busbar.rest.RequestApi.SCIENTIST;
import static org.busbar.rest.RequestApi.VIEWER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.busbar.api.Resource;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ResultRoutesTest {

    private static final String AMENDED = "{\"outputs\": {\"density\": \"1.3 g/cm3\"}, \"reason\": \"calibration\"}";
    private RequestApi api;

    @BeforeEach
    void open(@TempDir Path folder) {
        api = new RequestApi(folder);
        api.register();
    }

    @AfterEach
    void close() throws Exception {
        api.close();
    }

    private String answered(String key) {
        String id = api.ask(key);
        api.post(201, DENSITY, "/requests/" + id + "/result", RESULT);
        return id;
    }

    @Test
    void an_answer_counts_once_and_the_same_again_is_the_same() {
        String id = api.ask("k");
        api.post(200, DENSITY, "/requests/" + id + "/reserve", "{}");
        JsonNode first = api.post(201, DENSITY, "/requests/" + id + "/result", RESULT);
        assertEquals(0.01, first.at("/outputs/density/uncertainty").doubleValue());
        assertEquals("u-tube", first.at("/provenance/0/agent/id").stringValue());
        assertEquals(300, first.at("/inputs/temperature/value").doubleValue());
        JsonNode again = api.post(200, DENSITY, "/requests/" + id + "/result", RESULT);
        assertEquals(first, again);
        assertEquals("RESOLVED", api.state(id));
        JsonNode other = api.post(409, DENSITY, "/requests/" + id + "/result", RESULT.replace("1.2", "1.3"));
        assertTrue(other.get("detail").stringValue().contains("resolved by u-tube"));
        assertEquals(first, api.get("/results/" + id));
    }

    @Test
    void an_answer_to_what_is_with_another_or_at_an_end_is_refused() {
        api.expect(201, OTHER, "PUT", "/tenants/other", RequestApi.OFFER);
        String id = api.ask("k");
        api.post(200, DENSITY, "/requests/" + id + "/reserve", "{}");
        api.post(409, OTHER, "/requests/" + id + "/result", RESULT);
        api.post(
                403,
                OTHER,
                "/requests/" + id + "/result",
                RESULT.replace("{\"method", "{\"tenant\": \"u-tube\", \"method"));
        api.post(403, SCIENTIST, "/requests/" + id + "/result", RESULT);
        api.post(200, SCIENTIST, "/requests/" + id + "/retract", "{}");
        api.post(409, DENSITY, "/requests/" + id + "/result", RESULT);
        api.post(404, DENSITY, "/requests/none/result", RESULT);
        api.expect(404, VIEWER, "GET", "/results/" + id, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.2 +- 0.01 g/cm3  | 1 V                                         | outputs.density",
                "1.2 +- 0.01 g/cm3  | -1 g/cm3                                    | outputs.density",
                "1.2 +- 0.01 g/cm3  | heavy                                       | outputs.density",
                "1.2 +- 0.01 g/cm3  | NaN g/cm3                                   | outputs.density",
                "\"density\"        | \"mass\": 1, \"density\"                    | outputs.mass",
                "\"density\"        | \"mass\"                                  | outputs.density",
                "\"method\"         | \"colour\": 1, \"method\"                   | colour",
                "\"method\"         | \"provenance\": [{}], \"method\"            | provenance[0].step",
                "\"method\"         | \"provenance\": 7, \"method\"               | provenance",
            })
    void what_is_not_offered_is_refused_with_its_place(String part, String other, String path) {
        String id = api.ask("k");
        String body = RESULT.replace(part, other);
        JsonNode problem = api.post(422, DENSITY, "/requests/" + id + "/result", body);
        List<String> paths = new ArrayList<>();
        problem.path("faults").forEach(fault -> paths.add(fault.get("path").stringValue()));
        assertTrue(paths.contains(path), problem::toString);
        assertEquals("PENDING", api.state(id));
    }

    @Test
    void a_fault_says_the_value_and_the_limit() {
        String id = api.ask("k");
        JsonNode fault = api.post(422, DENSITY, "/requests/" + id + "/result", RESULT.replace("1.2 ", "-5 "))
                .at("/faults/0");
        assertEquals(-5, fault.at("/value/value").doubleValue());
        assertEquals(0, fault.get("minimum").doubleValue());
        assertEquals("g/cm3", fault.get("unit").stringValue());
    }

    @Test
    void steps_on_the_way_are_kept() {
        String id = api.ask("k");
        String step =
                "{\"step\": \"weigh\", \"agent\": {\"id\": \"scales\", \"version\": \"2.1\"}, \"capability\": \"mass\","
                        + " \"outputs\": {\"mass\": {\"value\": 3, \"unit\": \"g\"}}, \"started\": \"2026-01-01T00:00:00Z\","
                        + " \"ended\": \"2026-01-01T00:01:00Z\"}";
        String body = RESULT.replace("{\"method", "{\"provenance\": [" + step + "], \"method");
        JsonNode kept =
                api.post(201, DENSITY, "/requests/" + id + "/result", body).at("/provenance/0");
        assertEquals("2.1", kept.at("/agent/version").stringValue());
        assertEquals(3, kept.at("/outputs/mass/value").doubleValue());
        String upside = body.replace("2026-01-01T00:01:00Z", "2025-01-01T00:01:00Z");
        JsonNode problem = api.post(422, DENSITY, "/requests/" + api.ask("l") + "/result", upside);
        assertEquals("provenance[0].ended", problem.at("/faults/0/path").stringValue());
    }

    @Test
    void what_nobody_asked_for_is_taken_in_once_per_key() {
        String body = RESULT.replace(
                "{\"method",
                "{\"quantity\": \"density\", \"inputs\": {\"temperature\": \"300 K\","
                        + " \"salt\": \"1 mol/kg\"}, \"method");
        JsonNode first = api.post(201, DENSITY, "/results", body, "Idempotency-Key", "r");
        JsonNode again = api.post(201, DENSITY, "/results", body, "Idempotency-Key", "r");
        assertEquals(first, again);
        api.post(422, DENSITY, "/results", body.replace("1.2", "1.4"), "Idempotency-Key", "r");
        JsonNode elsewhere = api.post(422, DENSITY, "/results", body.replace("u-tube", "scales"));
        assertEquals("method", elsewhere.at("/faults/0/path").stringValue());
        assertEquals("UNSOLICITED", api.state("request-r"));
        assertEquals(1, api.get("/requests?state=unsolicited").size());
    }

    @Test
    void a_result_is_corrected_by_new_versions() {
        String id = answered("k");
        api.post(403, OTHER, "/results/" + id + "/amend", AMENDED);
        api.post(403, OPERATOR, "/results/" + id + "/amend", AMENDED);
        assertEquals(
                2,
                api.post(201, DENSITY, "/results/" + id + "/amend", AMENDED)
                        .get("version")
                        .intValue());
        JsonNode fault = api.post(422, SCIENTIST, "/results/" + id + "/amend", AMENDED.replace("g/cm3", "V"));
        assertEquals("outputs.density", fault.at("/faults/0/path").stringValue());
        assertEquals(1.3, api.get("/results/" + id).at("/outputs/density/value").doubleValue());
        assertEquals(
                1.2,
                api.get("/results/" + id + "?version=1")
                        .at("/outputs/density/value")
                        .doubleValue());
        api.expect(404, VIEWER, "GET", "/results/" + id + "?version=3", "");
        JsonNode versions = api.get("/results/" + id + "/versions");
        assertEquals("AMENDED", versions.get("status").stringValue());
        assertEquals(2, versions.get("versions").size());
    }

    @Test
    void a_deleted_result_is_gone_unless_asked_for() {
        String id = answered("k");
        answered("l");
        api.expect(422, SCIENTIST, "DELETE", "/results/" + id, "{}");
        api.expect(403, OTHER, "DELETE", "/results/" + id, "{\"reason\": \"no\"}");
        api.expect(200, SCIENTIST, "DELETE", "/results/" + id, "{\"reason\": \"wrong vial\"}");
        api.expect(410, VIEWER, "GET", "/results/" + id, "");
        api.expect(410, VIEWER, "GET", "/results/" + id + "/versions", "");
        assertEquals(
                1.2,
                api.get("/results/" + id + "?deleted=true")
                        .at("/outputs/density/value")
                        .doubleValue());
        api.post(409, SCIENTIST, "/results/" + id + "/amend", AMENDED);
        assertEquals(1, api.get("/results").size());
        assertEquals(2, api.get("/results?deleted=true").size());
    }

    @Test
    void results_are_followed_by_a_cursor() {
        List<String> ids = List.of(answered("a"), answered("b"), answered("c"));
        JsonNode page = api.get("/results?limit=2&quantity=density");
        assertEquals(ids.get(1), page.at("/1/result/request/id").stringValue());
        JsonNode next = api.get("/results?limit=2&after=" + page.at("/1/number").longValue());
        assertEquals(1, next.size());
        api.post(201, DENSITY, "/results/" + ids.get(0) + "/amend", AMENDED);
        JsonNode news = api.get("/results?after=" + next.at("/0/number").longValue());
        assertEquals(2, news.at("/0/result/version").intValue());
        assertTrue(api.get("/results?method=eis").isEmpty());
    }

    @Test
    void a_trace_leads_from_the_number_to_the_raw_bytes() {
        String parent = api.ask("p");
        String id = api.post(
                        201, SCIENTIST, "/requests", RequestApi.ASK.replace("}}", "}, \"parent\": \"" + parent + "\"}"))
                .at("/request/id")
                .stringValue();
        run(id);
        api.post(201, DENSITY, "/requests/" + id + "/result", RESULT);
        JsonNode trace = api.get("/requests/" + id + "/trace");
        assertEquals(parent, trace.at("/parents/0/request/id").stringValue());
        assertEquals("ORIGINAL", trace.get("status").stringValue());
        assertEquals("u-tube", trace.at("/versions/0/provenance/0/agent/id").stringValue());
        assertEquals("image", trace.at("/runs/0/steps/0/step").stringValue());
        assertEquals("/api/v1/artifacts/abc", trace.at("/files/0/href").stringValue());
        assertEquals("run-" + id + "/image.picture", trace.at("/files/0/of").stringValue());
        assertEquals(
                1, api.get("/requests/" + parent + "/trace").get("children").size());
        api.expect(404, VIEWER, "GET", "/requests/none/trace", "");
    }

    /** A run as the lab does it for a request, with a picture. */
    private void run(String request) {
        Sequence sequence = new Sequence(
                "s", "1", List.of(), List.of(new Step.Act("image", "image", "camera", Map.of())), Map.of());
        Values picture = Values.of("picture", new Resource(URI.create("artifact:abc"), "image/png", "abc"));
        Instant now = Instant.now();
        Agent camera = Agent.named("camera");
        String run = "run-" + request;
        api.journal.append(new LabEvent.RunBegun(now, new Run(run, sequence, Values.none(), "me")));
        api.journal.append(new LabEvent.StepBegun(now, run, "image", camera, Values.none(), true));
        Provenance made = new Provenance("image", camera, "image", Values.none(), now, now);
        api.journal.append(new LabEvent.StepEnded(now, run, "image", new Outcome.Done(picture, made)));
    }
}
