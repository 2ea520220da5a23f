package org.busbar.distribution.system;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Those who work with a lab whose server is killed again and again: one submits runs, one goes and looks what the
 * instruments did whenever the server asks. They remember what the server acknowledged.
 */
final class People {

    /** Runs of which the server said that it has them. */
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** What the server said it has been told: {@code <run> <step>}. */
    final Set<String> answered = ConcurrentHashMap.newKeySet();

    /** Runs that were given up, or may have been: the server may have been killed before it said so. */
    final Set<String> givenUp = ConcurrentHashMap.newKeySet();

    private static final int BACKLOG = 12;

    private final HardwareBench hardware;
    private final Random submitting;
    private final Random answering;
    private int submitted;
    private @Nullable String pending; // may or may not be known to the server
    private volatile boolean killed;

    People(HardwareBench hardware, long seed) {
        this.hardware = hardware;
        this.submitting = new Random(seed);
        this.answering = new Random(seed + 1);
    }

    /** Works with a server until that time is over, and kills it in the middle. */
    void workUntilKilled(LabServer server, Duration time) throws Exception {
        killed = false;
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Void> submitter = threads.submit(() -> repeatedly(() -> submit(server)));
        Future<Void> answerer = threads.submit(() -> repeatedly(() -> answer(server)));
        Thread.sleep(time.toMillis()); // the instant is what is tested
        killed = true;
        server.kill();
        submitter.get();
        answerer.get();
        threads.shutdown();
    }

    private Void repeatedly(Callable<Void> work) throws Exception {
        try {
            while (!killed) {
                work.call();
            }
        } catch (IOException e) {
            if (!killed) {
                throw new AssertionError("The server has not been killed yet", e);
            }
        }
        return null;
    }

    /** Submits one run more, if there are not so many already that the instruments have work for a while. */
    Void submit(LabServer server) throws Exception {
        if (server.get("/api/v1/runs?open=true").size() < BACKLOG) {
            String key = pending == null ? "k" + ++submitted : pending;
            pending = key;
            server.post("/api/v1/runs", dilution("run-" + key), key);
            acknowledged.add("run-" + key);
            pending = null;
        }
        Thread.sleep(submitting.nextInt(40));
        return null;
    }

    private String dilution(String run) {
        return """
                {"sequence": "dilution", "askedBy": "test",
                 "inputs": {"label": "%s", "amount": "%s mL", "time": "%d ms"}}"""
                .formatted(run, (submitted % 9000 + 1) / 1000.0, 30 + submitted % 31);
    }

    /** Answers what is asked just now. */
    Void answer(LabServer server) throws Exception {
        for (JsonNode inquiry : server.get("/api/v1/inquiries")) {
            String run = inquiry.get("run").stringValue();
            String step = inquiry.get("step").stringValue();
            JsonNode inputs = lastInputs(server.get("/api/v1/runs/" + run), step);
            String settlement = settlement(run, inputs, hardware.fate(StepRecord.id(inputs)));
            if (!settlement.isEmpty()) {
                server.post("/api/v1/runs/" + run + "/steps/" + encoded(step) + "/settle", settlement);
                answered.add(run + " " + step);
            }
        }
        Thread.sleep(30);
        return null;
    }

    /** A path of a step as a part of a URL. */
    private static String encoded(String path) {
        return path.replace("[", "%5B").replace("]", "%5D");
    }

    private static JsonNode lastInputs(JsonNode run, String step) {
        JsonNode inputs = null;
        for (JsonNode attempt : run.get("steps")) {
            if (attempt.get("step").stringValue().equals(step)) {
                inputs = attempt.get("inputs");
            }
        }
        if (inputs == null) {
            throw new AssertionError("Asked about step " + step + ", which has not begun: " + run);
        }
        return inputs;
    }

    /** What the instruments say, in the words of the server; nothing while they are still at work. */
    private String settlement(String run, JsonNode inputs, HardwareBench.Fate fate) {
        boolean again = !run.startsWith("run-k") || answering.nextInt(6) > 0;
        if (fate == HardwareBench.Fate.DONE) {
            return "{\"happened\": {\"dosed\": %s}, \"by\": \"test\"}".formatted(inputs.get("amount"));
        }
        if (fate == HardwareBench.Fate.NOT_BEGUN && again) {
            return "{\"repeat\": true, \"by\": \"test\"}";
        }
        if (fate == HardwareBench.Fate.WORKING) {
            return "";
        }
        givenUp.add(run);
        return "{\"giveUp\": \"test\", \"by\": \"test\"}";
    }
}
