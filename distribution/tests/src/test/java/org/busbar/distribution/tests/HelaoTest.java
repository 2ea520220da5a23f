package org.busbar.distribution.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Run;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HELAO's clients can be served and not served while the lab is at work. */
class HelaoTest {

    private static final String CELL = "org.busbar.drivers.simdropletcell.DropletCell";
    private static final List<String> HEADS = List.of("head-1", "head-2");

    /** One measurement with the cell of that number, as HELAO's clients write it. */
    private static final String EXPERIMENT =
            """
            {"soe": ["orchestrator/start", "head:%1$d/moveToWaste_0", "head:%1$d/removeDroplet_0", "head:%1$d/moveToSample_0",
                     "head:%1$d/touchDown_0", "head:%1$d/measure_0", "head:%1$d/liftUp_0", "orchestrator/finish"],
             "params": {"start": {"collectionkey": "wafer"}, "moveToWaste_0": {}, "removeDroplet_0": {},
                        "moveToSample_0": {"x": 10.0, "y": %2$d.0}, "touchDown_0": {}, "measure_0": {}, "liftUp_0": {},
                        "finish": null},
             "meta": {"wafer": 12}}
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private Server server;

    private HttpResponse<String> send(String method, String operation) throws IOException, InterruptedException {
        URI uri = URI.create(server.url() + "/orchestrator/" + operation);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int status() {
        try {
            return send("GET", "getStatus").statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("The server does not answer", e);
        }
    }

    /** What is known of a thread. */
    private JsonNode thread(int number) throws Exception {
        HttpResponse<String> answer = send("GET", "getStatus");
        assertEquals(200, answer.statusCode(), answer.body());
        JsonMapper json = JsonMapper.shared();
        return json.readTree(json.readTree(answer.body()).stringValue()).path(String.valueOf(number));
    }

    private String add(int thread, int head, int y) throws Exception {
        String experiment = URLEncoder.encode(EXPERIMENT.formatted(head, y), StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                send("POST", "addExperiment?thread=" + thread + "&priority=10&experiment=" + experiment);
        assertEquals(200, answer.statusCode(), answer.body());
        return JsonMapper.shared().readTree(answer.body()).get("experiment").stringValue();
    }

    /** The runs of an experiment that were completed. */
    private List<String> completed(String experiment) {
        return server.events(LabEvent.RunEnded.class).stream()
                .filter(ended -> ended.run().startsWith(experiment + "-") && ended.state() == Run.State.COMPLETED)
                .map(LabEvent.RunEnded::run)
                .toList();
    }

    private void awaitMeasured(TestLab lab, String head, int count) {
        Await.until(count + " measurements with " + head, () -> measured(lab, head) >= count);
    }

    private static long measured(TestLab lab, String head) {
        return lab.log(head).stream()
                .filter(entry -> entry.line().matches(".* end \\S+ measure .*"))
                .count();
    }

    @Test
    void experiments_run_and_the_bundle_comes_and_goes_meanwhile() throws Exception {
        TestLab lab = TestLab.create(3000, 3000);
        HEADS.forEach(head -> lab.device(CELL, head, Map.of("speedup", 50)));
        try (Server started = Server.start(lab)) {
            server = started;
            Await.until("the heads are there", () -> HEADS.stream()
                    .allMatch(head -> server.station(head).isPresent()));
            String first = add(0, 1, 5);
            String second = add(0, 1, 10);
            String beside = add(1, 2, 15);
            Await.until("the first is at work", () -> !lab.log("head-1").isEmpty());
            server.bundle("org.busbar.helao").stop();
            assertTrue(List.of(404, 503).contains(status()), "HELAO's clients are told that nobody is there");
            awaitMeasured(lab, "head-1", 1);
            awaitMeasured(lab, "head-2", 1);
            server.bundle("org.busbar.helao").start();
            Await.until("HELAO's clients are served again", () -> status() == 200);
            awaitMeasured(lab, "head-1", 2);
            for (String experiment : List.of(first, second, beside)) {
                Await.until(
                        "the end of " + experiment, () -> !completed(experiment).isEmpty());
            }
            assertEquals(2, measured(lab, "head-1"), "nothing is done twice");
            assertEquals(1, measured(lab, "head-2"));
            Await.until("both threads to be idle", () -> isIdle(0) && isIdle(1));
            assertTrue(thread(0).path("history").size() >= 1, () -> String.valueOf(server.states()));
        }
    }

    private boolean isIdle(int number) {
        try {
            return thread(number).path("status").asString("").equals("uninitialized");
        } catch (Exception e) {
            throw new AssertionError("There is no status of thread " + number, e);
        }
    }
}
