package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The plug is pulled in the middle of a campaign, again and again. */
class KillTest {

    private static final int TRIALS = 16;
    private static final String CAMPAIGN = "/api/v1/campaigns/electrolyte-1";

    @TempDir
    Path folder;

    private LabServer server;

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.kill();
        }
    }

    @Test
    void what_was_acknowledged_is_there_and_nothing_is_done_twice_unasked() throws Exception {
        Path lab = LabServer.exampleLab(folder, 400, TRIALS);
        server = LabServer.start(lab);
        server.post("/api/v1/campaigns", "{\"plan\": \"electrolyte\"}");
        for (int kills = 0; kills < 3; kills++) {
            int more = Math.min(TRIALS - 2, done(server) + 3);
            LabServer.await("three more trials", () -> {
                settle(server);
                return done(server) >= more;
            });
            List<JsonNode> told = server.events();
            server.kill();
            server = LabServer.start(lab);
            assertEquals(told, server.events().subList(0, told.size()), "what was told is in the journal");
        }
        LabServer.await("the campaign to complete", () -> {
            settle(server);
            return server.get(CAMPAIGN).get("state").stringValue().equals("COMPLETED");
        });
        assertTrials(server.get(CAMPAIGN));
        assertNothingTwice(server, lab);
    }

    private static int done(LabServer server) throws Exception {
        return (int) StreamSupport.stream(server.get(CAMPAIGN).get("trials").spliterator(), false)
                .filter(trial -> trial.get("state").stringValue().equals("DONE"))
                .count();
    }

    /** Answers every question: the step is to be done again. */
    private static void settle(LabServer server) throws Exception {
        for (JsonNode run : server.get("/api/v1/runs?limit=100")) {
            if (run.get("state").stringValue().equals("RECOVERING")) {
                String step = run.get("step").stringValue();
                server.post(
                        "/api/v1/runs/" + run.get("id").stringValue() + "/steps/" + step + "/settle",
                        "{\"repeat\": true, \"by\": \"test\"}");
            }
        }
    }

    private static void assertTrials(JsonNode campaign) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode trial : campaign.get("trials")) {
            numbers.add(trial.get("number").intValue());
            assertEquals("DONE", trial.get("state").stringValue(), trial::toString);
        }
        assertEquals(IntStream.rangeClosed(1, TRIALS).boxed().toList(), numbers);
    }

    /** Each begin at the hardware has its own intent in the journal, and each result its own sample. */
    private static void assertNothingTwice(LabServer server, Path lab) throws Exception {
        long begun = 0;
        try (Stream<Path> logs = Files.list(lab.resolve("data/world"))) {
            for (Path log :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                begun += Files.readAllLines(log).stream()
                        .filter(line -> line.contains(" begin "))
                        .count();
            }
        }
        long intended = 0;
        Set<String> samples = new HashSet<>();
        for (JsonNode event : server.events()) {
            JsonNode body = event.get("event");
            String kind = body.get("type").stringValue();
            if (kind.equals("StepBegun") && !body.get("step").stringValue().equals("evaluate")) {
                intended++;
            }
            if (kind.equals("Resolved")) {
                String sample = body.at("/result/outputs/sample/sample").stringValue();
                assertTrue(samples.add(sample), "two results from the sample " + sample);
            }
        }
        assertEquals(TRIALS, samples.size());
        assertTrue(begun <= intended, begun + " actions begun at the hardware, " + intended + " intended");
        assertTrue(begun >= 2L * TRIALS, "only " + begun + " actions begun at the hardware");
    }
}
