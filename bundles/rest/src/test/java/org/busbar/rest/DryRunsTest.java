package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Sample;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.experiment.Run;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DryRunsTest {

    private static final String FILL =
            "{\"sequence\": \"fill\", \"inputs\": {\"volume\": \"1 mL\", \"strokes\": 2, \"sample\": \"s-1\"}";
    private final Api api = new Api();

    @Test
    void a_check_tells_everything_at_once_and_nothing_twice() {
        String wrong = "{\"sequence\": \"fill\", \"inputs\": {\"volume\": \"1 mx\", \"strokes\": 9}}";
        Response.Document answer = api.post("/api/v1/runs/check", wrong);
        assertEquals(200, answer.status());
        JsonNode findings = Api.json(answer).get("findings");
        assertEquals(4, findings.size(), findings::toString);
        assertEquals("volume", findings.at("/0/field").stringValue());
        assertTrue(findings.toString().contains("above the limit of 5"), findings::toString);
        assertEquals("sample", findings.at("/1/field").stringValue());
        assertEquals("a", findings.at("/3/step").stringValue());
        assertEquals(0, api.orchestrator.submitted);
    }

    @Test
    void what_is_right_has_no_findings() {
        assertEquals(
                0,
                Api.json(api.post("/api/v1/runs/check", FILL + "}"))
                        .get("findings")
                        .size());
    }

    @Test
    void a_dry_run_says_what_many_runs_would_take() {
        JsonNode forecast = Api.json(api.post("/api/v1/runs/dry-run", FILL + ", \"times\": 3, \"parallel\": 2}"));
        assertEquals(90, forecast.get("duration").doubleValue());
        assertEquals("1 min 30 s", forecast.get("text").stringValue());
        assertEquals("left", forecast.get("bottleneck").stringValue());
        assertEquals(3, forecast.at("/uses/salt/value").doubleValue());
        assertEquals(3, forecast.get("slots").size());
        assertEquals(90, forecast.at("/slots/2/to").doubleValue());
        assertEquals(
                3, api.orchestrator.forecast.stream().map(Run::id).distinct().count());
        assertEquals(2, api.orchestrator.parallel);
        assertEquals(0, api.orchestrator.submitted);
    }

    @Test
    void what_is_wrong_with_a_campaign_is_said_in_place_of_a_forecast() {
        Response.Document answer = api.post("/api/v1/campaigns/salt/dry-run", "");
        assertEquals(422, answer.status(), answer.text());
        assertEquals("sample", Api.json(answer).get("path").stringValue());
        assertTrue(answer.text().contains("step a: is dull"), answer.text());
    }

    private static Campaign plan(String quantity, Space space) {
        Problem problem = new Problem(space, List.of(new Objective("conductivity", Objective.Goal.MAXIMIZE)));
        Values fixed = Values.of("sample", new Sample("s-1"));
        return new Campaign("salt", quantity, List.of(), problem, fixed, 1500, 4, "random", List.of(), 7);
    }

    private static final Space BOX = Space.of(
            Parameter.real("x", "mol/L", 0, 2).by(0.3),
            Parameter.whole("n", 1, 4),
            Parameter.choice("c", "a", "b", "c"));

    @Test
    void a_campaign_is_forecast_in_the_middle_of_its_space() {
        api.lab.plans.clear();
        api.lab.plans.add(plan("conductivity", BOX));
        JsonNode forecast = Api.json(api.post("/api/v1/campaigns/salt/dry-run", ""));
        assertEquals(1500, forecast.get("slotCount").intValue());
        assertEquals(1000, forecast.get("slots").size());
        assertEquals(4, api.orchestrator.parallel);
        Values inputs = api.orchestrator.forecast.get(0).inputs();
        assertEquals(0.9, inputs.quantity("x").value(), 1e-12);
        assertEquals(Quantity.of(2, "1"), inputs.get("n"));
        assertEquals(new Text("b"), inputs.get("c"));
        assertEquals(new Sample("s-1"), inputs.get("sample"));
    }

    @Test
    void candidates_are_gone_through_in_their_order() {
        List<Values> candidates =
                List.of(Values.of("x", Quantity.of(1, "mol/L")), Values.of("x", Quantity.of(2, "mol/L")));
        api.lab.plans.clear();
        api.lab.plans.add(plan("conductivity", new Space(List.of(Parameter.real("x", "mol/L", 0, 2)), candidates)));
        api.post("/api/v1/campaigns/salt/dry-run", "{\"trials\": 3, \"parallel\": 1}");
        assertEquals(
                List.of(1.0, 2.0, 1.0),
                api.orchestrator.forecast.stream()
                        .map(run -> run.inputs().quantity("x").value())
                        .toList());
        assertEquals(1, api.orchestrator.parallel);
    }

    @Test
    void a_campaign_that_no_sequence_answers_cannot_be_forecast() {
        api.lab.plans.clear();
        api.lab.plans.add(plan("density", BOX));
        Response.Document answer = api.post("/api/v1/campaigns/salt/dry-run", "");
        assertEquals(409, answer.status());
        assertTrue(answer.text().contains("No sequence of the lab determines density"), answer.text());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "12500, 12.5 s",
        "59999, 59.999 s",
        "60000, 1 min",
        "7800000, 2 h 10 min",
        "273600000, 3 d 4 h"
    })
    void times_are_told_in_words(long milliseconds, String text) {
        assertEquals(text, Span.text(Duration.ofMillis(milliseconds)));
    }
}
