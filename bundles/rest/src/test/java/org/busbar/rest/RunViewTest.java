package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Settlement;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunViewTest {

    private static final Instant NOW = FakeOrchestrator.NOW;
    private static final Provenance BY_PUMP =
            new Provenance("", FakeOrchestrator.PUMP, "dispense", Values.none(), NOW, NOW);
    private final Api api = new Api();

    private void begin() {
        Sequence sequence = new Sequence("scan", "1", List.of(), List.of(), Map.of());
        api.journal.append(new LabEvent.RunBegun(NOW, new Run("r", sequence, Values.none(), "anna", 5)));
    }

    private void begin(String step, int attempt) {
        api.journal.append(
                new LabEvent.StepBegun(NOW, "r", step, FakeOrchestrator.PUMP, Values.none(), true, attempt, List.of()));
    }

    private void end(String step, Outcome outcome) {
        api.journal.append(new LabEvent.StepEnded(NOW, "r", step, outcome));
    }

    private static Outcome done(double volume) {
        return new Outcome.Done(Values.of("volume", Quantity.of(volume, "mL")), BY_PUMP);
    }

    private JsonNode view(String query) {
        return Api.json(api.get("/api/v1/runs/r" + query));
    }

    @Test
    void shows_what_is_under_way_what_was_ordered_and_how_it_ended() {
        String body = "{\"volume\": \"1 mL\", \"strokes\": 2, \"sample\": \"s-1\"}";
        api.post("/api/v1/devices/left/actions/dispense", body, "Idempotency-Key", "k");
        JsonNode run = Api.json(api.get("/api/v1/runs/run-k"));
        assertEquals("dispense", run.at("/doing/0/step").stringValue());
        assertEquals(30, run.at("/doing/0/expected").doubleValue());
        assertEquals("RUNNING", run.at("/steps/0/state").stringValue());
        api.post("/api/v1/runs/run-k/pause", "{\"by\": \"anna\", \"reason\": \"lunch\"}");
        api.orchestrator.finish("run-k");
        run = Api.json(api.get("/api/v1/runs/run-k"));
        assertEquals("PAUSE", run.at("/orders/0/verb").stringValue());
        assertEquals("lunch", run.at("/orders/0/reason").stringValue());
        assertEquals("NONE", run.get("flag").stringValue());
        assertEquals(0, run.get("doing").size());
        JsonNode step = run.at("/steps/0");
        assertEquals("left", step.get("device").stringValue());
        assertEquals("mL", step.at("/outputs/dispensed/unit").stringValue());
        assertEquals("Used", step.at("/effects/0/type").stringValue());
        assertEquals("salt", step.at("/effects/0/stock").stringValue());
    }

    @Test
    void a_long_run_is_read_page_by_page() {
        begin();
        for (int i = 1; i <= 100_000; i++) {
            begin("grid[" + i + "]/fill", 1);
            end("grid[" + i + "]/fill", done(i));
        }
        JsonNode first = view("");
        assertEquals(500, first.get("steps").size());
        assertEquals(100_000, first.get("stepCount").longValue());
        JsonNode last = view("?after=99998&limit=10");
        assertEquals(2, last.get("steps").size());
        assertEquals(99_999, last.at("/steps/0/number").longValue());
        assertEquals("grid[100000]/fill", last.at("/steps/1/step").stringValue());
        assertEquals(100_000, last.at("/steps/1/outputs/volume/value").doubleValue());
    }

    @Test
    void numbers_are_the_same_on_every_page() {
        begin();
        begin("a", 1);
        end("a", new Outcome.Failed("empty", BY_PUMP));
        begin("a", 2);
        end("a", new Outcome.Unknown("lost", BY_PUMP));
        api.journal.append(new LabEvent.StepAsked(NOW, "r", "a", "What did it do?"));
        api.journal.append(new LabEvent.StepSettled(NOW, "r", "a", new Settlement.Happened(Values.none()), "anna"));
        api.journal.append(new LabEvent.StepAsked(NOW, "r", "b", "How much?"));
        JsonNode all = view("").get("steps");
        assertEquals(3, all.size());
        assertEquals("FAILED", all.at("/0/state").stringValue());
        assertEquals(2, all.at("/1/attempt").intValue());
        assertEquals("DONE", all.at("/1/state").stringValue());
        assertEquals("What did it do?", all.at("/1/question").stringValue());
        assertEquals("ASKING", all.at("/2/state").stringValue());
        for (int i = 0; i < 3; i++) {
            assertEquals(all.get(i), view("?after=" + i + "&limit=1").at("/steps/0"));
        }
    }

    @Test
    void a_step_of_which_nothing_more_was_heard_is_asked_about() {
        begin();
        begin("a", 1);
        api.journal.append(new LabEvent.StepAsked(NOW, "r", "a", "What did it do?"));
        assertEquals("UNKNOWN", view("").at("/steps/0/state").stringValue());
        api.journal.append(new LabEvent.StepSettled(NOW, "r", "a", new Settlement.Repeat(), "anna"));
        begin("a", 2);
        end("a", new Outcome.Stopped("told to", BY_PUMP));
        JsonNode steps = view("").get("steps");
        assertEquals("Repeat", steps.at("/0/settlement/type").stringValue());
        assertEquals("STOPPED", steps.at("/1/state").stringValue());
    }

    @Test
    void a_step_that_was_refused_before_it_began_is_shown() {
        begin();
        Provenance nobody = new Provenance("a", Agent.named("left"), "dispense", Values.none(), NOW, NOW);
        end("a", new Outcome.Failed("the stock would run dry", nobody));
        api.journal.append(
                new LabEvent.RunEnded(NOW, "r", Run.State.ABORTED, Values.none(), "by anna", Run.Flag.HALTED));
        JsonNode run = view("");
        assertEquals("FAILED", run.at("/steps/0/state").stringValue());
        assertEquals("HALTED", run.get("flag").stringValue());
        assertEquals(5, run.get("priority").intValue());
    }

    @Test
    void only_open_runs_are_listed_when_asked_for() {
        begin();
        assertEquals(1, Api.json(api.get("/api/v1/runs?open=true")).size());
        api.journal.append(new LabEvent.RunEnded(NOW, "r", Run.State.COMPLETED, Values.none(), ""));
        assertEquals(0, Api.json(api.get("/api/v1/runs?open=true")).size());
        assertTrue(Api.json(api.get("/api/v1/runs")).get(0).has("flag"));
    }
}
