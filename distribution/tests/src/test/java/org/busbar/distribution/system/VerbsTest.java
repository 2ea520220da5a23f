package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.busbar.distribution.system.HardwareBench.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a run is told over HTTP, seen from the instruments. */
class VerbsTest {

    private static final String SOAK =
            """
            name: soak
            inputs:
              label: {note: true}
              time: {unit: ms, min: 0, max: 60000}
            steps:
              - {id: one, action: dose, device: doser-1, with: {label: "${label}", place: one, amount: 1 mL, time: "${time}"}}
              - {id: two, action: dose, device: doser-2, with: {label: "${label}", place: two, amount: 1 mL, time: 10 ms}}
            cleanup:
              - {id: rinse, action: dose, device: doser-1, with: {label: "${label}", place: rinse, amount: 1 mL, time: 10 ms}}
            """;

    @TempDir
    Path folder;

    private HardwareBench hardware;
    private Path lab;
    private LabServer server;

    @BeforeEach
    void start() throws Exception {
        hardware = HardwareBench.start(folder.resolve("hardware"));
        lab = DoserLab.create(folder.resolve("lab"), 2, hardware.port());
        DoserLab.sequence(lab, "soak", SOAK);
        server = LabServer.start(lab);
        LabServer.await(
                "the devices", () -> server.get("/api/v1/devices").toString().contains("doser-2"));
        LabServer.await(
                "the sequence", () -> server.get("/api/v1/sequences").toString().contains("soak"));
    }

    @AfterEach
    void stop() throws Exception {
        server.kill();
        hardware.close();
    }

    private void soak(String label, int ms) throws Exception {
        server.post(
                "/api/v1/runs",
                "{\"sequence\": \"soak\", \"inputs\": {\"label\": \"%s\", \"time\": \"%d ms\"}}".formatted(label, ms),
                label);
        await(label, "one", Fate.WORKING);
    }

    private void await(String label, String place, Fate fate) throws Exception {
        LabServer.await(place + " of " + label + " to be " + fate, () -> fate(label, place) == fate);
    }

    private Fate fate(String label, String place) throws Exception {
        return hardware.fate(label + "/" + place + "/1.0");
    }

    private JsonNode awaitState(String label, String state) throws Exception {
        return LabServer.await("run " + label + " to be " + state, () -> {
            JsonNode run = server.get("/api/v1/runs/run-" + label);
            return run.get("state").stringValue().equals(state) ? run : null;
        });
    }

    private void tell(String label, String verb) throws Exception {
        server.post(
                "/api/v1/runs/run-" + label + "/" + verb,
                "{\"by\": \"test\", \"reason\": \"a test\", \"force\": true}");
    }

    @Test
    void a_paused_run_finishes_what_is_at_work_and_waits_until_it_is_resumed() throws Exception {
        soak("p", 1500);
        tell("p", "pause");
        tell("p", "pause");
        assertEquals(Fate.WORKING, fate("p", "one"), "what is at work goes on");
        awaitState("p", "PAUSED");
        await("p", "one", Fate.DONE);
        server.kill();
        server = LabServer.start(lab);
        awaitState("p", "PAUSED");
        assertEquals(Fate.NOT_BEGUN, fate("p", "two"));
        tell("p", "resume");
        awaitState("p", "COMPLETED");
        assertEquals(Fate.DONE, fate("p", "two"));
        assertEquals(Fate.NOT_BEGUN, fate("p", "rinse"), "there was nothing to clean up");
    }

    @Test
    void an_aborted_run_stops_what_is_at_work_cleans_up_and_frees_the_device() throws Exception {
        soak("a", 60_000);
        tell("a", "abort");
        tell("a", "abort");
        JsonNode ended = awaitState("a", "ABORTED");
        assertTrue(ended.get("reason").stringValue().contains("a test"), ended::toString);
        assertEquals(Fate.STOPPED, fate("a", "one"));
        assertEquals(Fate.NOT_BEGUN, fate("a", "two"));
        assertEquals(Fate.DONE, fate("a", "rinse"));
        soak("b", 200);
        awaitState("b", "COMPLETED");
    }

    @Test
    void a_safety_stop_is_latched_over_a_power_cut_until_a_person_clears_it() throws Exception {
        soak("s", 60_000);
        JsonNode answers = server.post("/api/v1/safety-stop", "{\"by\": \"test\", \"reason\": \"smoke\"}");
        assertEquals(2, answers.size());
        answers.forEach(answer -> assertTrue(answer.get("confirmed").booleanValue(), answer::toString));
        await("s", "one", Fate.STOPPED);
        server.kill();
        server = LabServer.start(lab);
        LabServer.await("both devices to be stopped", () -> states().equals(List.of("STOPPED", "STOPPED")));
        server.post(
                "/api/v1/runs", "{\"sequence\": \"soak\", \"inputs\": {\"label\": \"t\", \"time\": \"10 ms\"}}", "t");
        LabServer.await("the run to say why it waits", () -> server.get("/api/v1/runs/run-t")
                .get("reason")
                .stringValue()
                .contains("smoke"));
        assertEquals(Fate.NOT_BEGUN, fate("t", "one"));
        server.post("/api/v1/safety-stop/clear", "{\"by\": \"test\", \"reason\": \"false alarm\"}");
        awaitState("t", "COMPLETED");
        assertEquals(Fate.STOPPED, fate("s", "one"), "what was stopped is not done again unasked");
    }

    private List<String> states() throws Exception {
        return server.get("/api/v1/devices")
                .valueStream()
                .map(device -> device.get("state").stringValue())
                .toList();
    }
}
