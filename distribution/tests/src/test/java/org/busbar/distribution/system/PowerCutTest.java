package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The server is killed at random instants while a campaign and many other runs are under way on four instruments, which
 * live on. {@code -Dbusbar.kills} says how often, {@code -Dbusbar.seed} when.
 */
class PowerCutTest {

    private static final Logger LOG = LoggerFactory.getLogger("org.busbar.distribution.system.PowerCutTest");
    private static final int KILLS = Integer.getInteger("busbar.kills", 8);
    private static final long SEED = Long.getLong("busbar.seed", 3);
    private static final Set<String> BLOCKS = Set.of("again", "inner"); // they end, but never begin
    private static final String CAMPAIGN = "/api/v1/campaigns/titrate-1";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private HardwareBench hardware;
    private LabServer server;

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.kill();
        }
        hardware.close();
    }

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_done_twice_unasked() throws Exception {
        hardware = HardwareBench.start(folder.resolve("hardware"));
        Path lab = DoserLab.create(folder.resolve("lab"), 4, hardware.port());
        DoserLab.sequence(lab, "rinse", DoserLab.RINSE);
        DoserLab.sequence(lab, "dilution", DoserLab.DILUTION);
        DoserLab.sequence(lab, "titration", DoserLab.TITRATION);
        DoserLab.campaign(lab);
        People people = new People(hardware, SEED);
        begin(lab, people);
        killAgainAndAgain(lab, people);
        finish(people);
        List<JsonNode> events =
                server.events().stream().map(e -> e.get("event")).toList();
        String summary = requireSteps(events, people);
        requireRuns(events, people);
        requireTrials();
        requireHardware(events);
        LOG.info(
                "{} kills (seed {}): {} runs acknowledged, {} things done by the instruments, {}",
                KILLS,
                SEED,
                people.acknowledged.size(),
                hardware.log().stream()
                        .filter(entry -> entry.word().equals("done"))
                        .count(),
                summary);
    }

    private void begin(Path lab, People people) throws Exception {
        LabServer.start(lab).close(); // leaves the class archive from which the many others start faster
        server = LabServer.start(lab);
        LabServer.await(
                "the devices", () -> server.get("/api/v1/devices").toString().contains("doser-4"));
        LabServer.await(
                "the campaign to be read",
                () -> server.get("/api/v1/plans").toString().contains("titrate"));
        server.post("/api/v1/campaigns", "{\"plan\": \"titrate\"}");
        for (int run = 0; run < 12; run++) {
            people.submit(server);
        }
    }

    private void killAgainAndAgain(Path lab, People people) throws Exception {
        Random instants = new Random(SEED);
        for (int kill = 1; kill <= KILLS; kill++) {
            if (instants.nextInt(8) == 0) {
                server.kill();
                LabServer.killWhileStarting(lab, Duration.ofMillis(200 + instants.nextInt(3000)));
            } else {
                people.workUntilKilled(server, Duration.ofMillis(20 + instants.nextInt(1500)));
            }
            server = LabServer.start(lab);
            LOG.info("killed {} times, {} runs acknowledged", kill, people.acknowledged.size());
        }
    }

    /** Lets everything come to its end. */
    private void finish(People people) throws Exception {
        server.post(CAMPAIGN + "/stop", "{\"by\": \"test\"}");
        LabServer.await("the end of all runs", () -> {
            people.answer(server);
            return server.get("/api/v1/runs?open=true").isEmpty()
                    && server.get(CAMPAIGN).get("state").stringValue().matches("COMPLETED|STOPPED");
        });
    }

    /** Of every step the journal tells a sound story: nothing is done again unless it may be. */
    private static String requireSteps(List<JsonNode> events, People people) {
        Map<String, StepRecord> steps = new LinkedHashMap<>();
        Set<String> settled = new HashSet<>();
        for (JsonNode event : events) {
            if (event.get("type").stringValue().startsWith("Step")
                    && !BLOCKS.contains(event.get("step").stringValue())) {
                String name =
                        event.get("run").stringValue() + " " + event.get("step").stringValue();
                steps.computeIfAbsent(name, StepRecord::new).take(event);
                if (event.get("type").stringValue().equals("StepSettled")) {
                    settled.add(name);
                }
            }
        }
        List<String> wrong =
                steps.values().stream().flatMap(step -> step.wrong().stream()).toList();
        assertEquals(List.of(), wrong);
        assertTrue(settled.containsAll(people.answered), "an acknowledged answer is lost");
        List<String> unasked = steps.values().stream()
                .filter(step -> !step.isRepeatable() && step.unknowns() > step.questions())
                .map(StepRecord::name)
                .toList();
        assertEquals(List.of(), unasked, "nobody was asked");
        int unknowns = steps.values().stream().mapToInt(StepRecord::unknowns).sum();
        assertTrue(unknowns >= KILLS / 2, "only " + unknowns + " steps were cut short: the kills hit nothing");
        return unknowns + " steps cut short, " + people.answered.size()
                + " of them answered by people, others repeatable";
    }

    private static void requireRuns(List<JsonNode> events, People people) {
        Map<String, String> ends = new HashMap<>();
        List<String> begun = new ArrayList<>();
        for (JsonNode event : events) {
            if (event.get("type").stringValue().equals("RunBegun")) {
                begun.add(event.at("/begun/id").stringValue());
            }
            if (event.get("type").stringValue().equals("RunEnded")) {
                String run = event.get("run").stringValue();
                assertEquals(null, ends.put(run, event.get("state").stringValue()), run + " ended twice");
            }
        }
        assertEquals(new HashSet<>(begun).size(), begun.size(), "a run was begun twice");
        for (String run : people.acknowledged) {
            String end = ends.get(run);
            assertTrue(
                    "COMPLETED".equals(end) || "FAILED".equals(end) && people.givenUp.contains(run),
                    run + " was acknowledged, and ended as " + end);
        }
    }

    private void requireTrials() throws Exception {
        int number = 0;
        for (JsonNode trial : server.get(CAMPAIGN).get("trials")) {
            assertEquals(++number, trial.get("number").intValue());
            assertEquals("DONE", trial.get("state").stringValue(), trial::toString);
        }
        assertTrue(number > 0, "no trial was made");
    }

    /** The instruments themselves count what they were told. */
    private void requireHardware(List<JsonNode> events) throws Exception {
        Map<String, Integer> intended = new HashMap<>();
        for (JsonNode event : events) {
            if (event.get("type").stringValue().equals("StepBegun")) {
                intended.merge(StepRecord.id(event.get("inputs")), 1, Integer::sum);
            }
        }
        Map<String, Integer> begun = new HashMap<>();
        for (HardwareBench.Entry entry : hardware.log()) {
            assertTrue(!entry.word().equals("busy"), "told to do something while at work: " + entry);
            if (entry.word().equals("begin")) {
                int count = begun.merge(entry.id(), 1, Integer::sum);
                assertTrue(count <= intended.getOrDefault(entry.id(), 0), "done without an intent: " + entry);
                assertTrue(count == 1 || entry.action().equals("read"), "done twice: " + entry);
            }
        }
        requireDone(events, begun);
    }

    /** What the journal says is done was done. */
    private static void requireDone(List<JsonNode> events, Map<String, Integer> begun) {
        for (JsonNode event : events) {
            if (event.at("/outcome/type").stringValue("").equals("Done")
                    && event.at("/outcome/provenance/inputs").has("label")) {
                String id = StepRecord.id(event.at("/outcome/provenance/inputs"));
                assertTrue(begun.containsKey(id), id + " is said to be done and was not");
            }
        }
    }
}
