package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class VerbCommandsTest {

    private static final String RUN = "/api/v1/runs/run-1";
    private static final String USER = System.getProperty("user.name");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new FakeServer()
                .has("GET /health", "{\"ready\": true, \"journal\": 12}")
                .has("POST /api/v1/runs", "202 {\"id\": \"run-1\", \"state\": \"RUNNING\"}");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private int execute(String... arguments) {
        CommandLine line = Main.commandLine(Optional.empty());
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--url=" + server.url());
        return line.execute(all.toArray(String[]::new));
    }

    private void asked(String request) {
        assertTrue(server.asked.contains(request), () -> server.asked + err.toString());
    }

    @Test
    void runs_are_a_table() {
        server.has(
                "GET /api/v1/runs",
                "[{\"id\": \"run-1\", \"sequence\": \"fill\", \"state\": \"PAUSED\", \"flag\": \"NONE\", \"priority\": 2,"
                        + " \"askedBy\": \"anna\", \"step\": \"grid[2]/a\", \"reason\": \"waits to be told to go on\"},"
                        + " {\"id\": \"run-22\", \"sequence\": \"scan\", \"state\": \"RUNNING\"}]");
        assertEquals(0, execute("runs"), err::toString);
        String[] lines = out.toString().split("\\R");
        assertEquals("RUN     SEQUENCE  STATE    PRIORITY  BY    STEP       DETAIL", lines[0]);
        assertEquals("run-1   fill      PAUSED   2         anna  grid[2]/a  waits to be told to go on", lines[1]);
        assertEquals("run-22  scan      RUNNING", lines[2]);
        server.has("GET /api/v1/runs", "[]");
        execute("runs");
        assertTrue(out.toString().contains("no run is open"), out::toString);
    }

    @Test
    void a_run_is_told_what_to_do_by_the_user_of_the_machine() {
        server.has("POST " + RUN + "/pause-now", "202 {\"state\": \"PAUSED\", \"reason\": \"waits\"}");
        assertEquals(0, execute("order", "run-1", "pause-now"), err::toString);
        assertEquals("run run-1: PAUSED, waits", out.toString().strip());
        asked("POST " + RUN + "/pause-now {\"by\":\"" + USER + "\"}");
    }

    @Test
    void a_step_is_told_what_to_do_with_reason_and_force() {
        server.has("POST " + RUN + "/steps/grid[2]/measure/abort", "202 {\"state\": \"RUNNING\"}");
        String[] words = {
            "order", "run-1", "abort", "--step", "grid[2]/measure", "--by", "anna", "--reason", "it leaks", "--force"
        };
        assertEquals(0, execute(words), err::toString);
        asked("POST " + RUN + "/steps/grid[2]/measure/abort {\"by\":\"anna\",\"reason\":\"it leaks\",\"force\":true}");
    }

    @Test
    void what_is_refused_is_said_and_what_is_no_verb_too() {
        server.has("POST " + RUN + "/cancel", "409 {\"detail\": \"Run run-1 has begun; abort it\"}");
        assertEquals(1, execute("order", "run-1", "cancel"));
        assertTrue(err.toString().contains("Run run-1 has begun; abort it"), err::toString);
        assertEquals(2, execute("order", "run-1", "explode"));
        assertTrue(err.toString().contains("pause-now"), err::toString);
    }

    @Test
    void inquiries_say_what_is_asked_and_how_to_answer() {
        server.has(
                "GET /api/v1/inquiries",
                "[{\"run\": \"run-1\", \"step\": \"grid[2]/weigh\", \"text\": \"What is the mass?\", \"recovery\": false,"
                        + " \"since\": \"2026-03-02T09:00:00Z\", \"form\": {\"properties\": {\"mass\": {\"type\":"
                        + " \"string\", \"format\": \"quantity\", \"unit\": \"g\", \"minimum\": 0, \"maximum\": 220},"
                        + " \"lid\": {\"enum\": [\"on\", \"off\"]}}, \"required\": [\"mass\", \"lid\"]}}]");
        assertEquals(0, execute("inquiries"), err::toString);
        String said = out.toString();
        assertTrue(said.contains("What is the mass?"), said);
        assertTrue(said.contains("mass: quantity in g, from 0, to 220"), said);
        assertTrue(said.contains("lid: one of [\"on\",\"off\"]"), said);
        assertTrue(said.contains("busbar settle run-1 'grid[2]/weigh' --happened name=value .."), said);
        assertFalse(said.contains("--give-up"), said);
    }

    @Test
    void a_step_is_settled_in_one_of_three_ways() {
        String path = "POST " + RUN + "/steps/grid[2]/weigh/settle";
        String end = ",\"by\":\"" + USER + "\"}";
        server.has(path, "{\"state\": \"RUNNING\"}");
        String[] step = {"settle", "run-1", "grid[2]/weigh"};
        assertEquals(0, execute(step[0], step[1], step[2], "--happened", "mass=1.5 g", "lid=on"), err::toString);
        asked(path + " {\"happened\":{\"mass\":\"1.5 g\",\"lid\":\"on\"}" + end);
        assertEquals(0, execute(step[0], step[1], step[2], "--happened"), err::toString);
        asked(path + " {\"happened\":{}" + end);
        assertEquals(0, execute(step[0], step[1], step[2], "--repeat"), err::toString);
        asked(path + " {\"repeat\":true" + end);
        assertEquals(0, execute(step[0], step[1], step[2], "--repeat", "mass={\"value\": 2}"), err::toString);
        asked(path + " {\"repeat\":{\"mass\":{\"value\":2}}" + end);
        assertEquals(0, execute(step[0], step[1], step[2], "--give-up", "broken"), err::toString);
        asked(path + " {\"giveUp\":\"broken\"" + end);
        assertTrue(out.toString().contains("run run-1: RUNNING"), out::toString);
    }

    @Test
    void a_step_is_not_settled_in_no_way_or_two() {
        assertEquals(2, execute("settle", "run-1", "a"));
        assertTrue(err.toString().contains("Say one of --happened, --repeat, --give-up"), err::toString);
        assertEquals(2, execute("settle", "run-1", "a", "--repeat", "--give-up", "broken"));
        assertEquals(2, execute("settle", "run-1", "a", "--happened", "mass={oops"));
        assertTrue(server.asked.isEmpty(), server.asked::toString);
    }

    @Test
    void a_check_tells_every_finding() {
        server.has(
                "POST /api/v1/runs/check",
                "{\"findings\": [{\"step\": \"a\", \"field\": \"volume\", \"message\": \"is too large\"},"
                        + " {\"step\": \"\", \"field\": \"sample\", \"message\": \"is missing\"}]}");
        assertEquals(1, execute("sequence", "check", "fill", "volume=99 mL", "strokes=2"), err::toString);
        assertTrue(out.toString().contains("step a, volume: is too large"), out::toString);
        assertTrue(out.toString().contains("sample: is missing"), out::toString);
        asked("POST /api/v1/runs/check {\"sequence\":\"fill\",\"inputs\":{\"volume\":\"99 mL\",\"strokes\":\"2\"}}");
        server.has("POST /api/v1/runs/check", "{\"findings\": []}");
        assertEquals(0, execute("sequence", "check", "fill"));
        assertTrue(out.toString().contains("fill can be run"), out::toString);
    }

    @Test
    void a_dry_run_is_told_and_drawn() {
        server.has(
                "POST /api/v1/runs/dry-run",
                "{\"duration\": 100, \"text\": \"1 min 40 s\", \"bottleneck\": \"pump\", \"uses\": {\"salt\": {\"value\":"
                        + " 3, \"unit\": \"g\"}}, \"notes\": [\"nothing else runs\"], \"slotCount\": 3, \"slots\": ["
                        + "{\"device\": \"pump\", \"from\": 0, \"to\": 60}, {\"device\": \"cell\", \"from\": 60,"
                        + " \"to\": 100}, {\"device\": \"\", \"from\": 0, \"to\": 100}]}");
        assertEquals(0, execute("sequence", "dry-run", "fill", "--times", "2", "--parallel", "3"), err::toString);
        String said = out.toString();
        assertTrue(said.contains("duration    1 min 40 s"), said);
        assertTrue(said.contains("bottleneck  pump"), said);
        assertTrue(said.contains("uses        salt: 3 g"), said);
        assertTrue(said.contains("note        nothing else runs"), said);
        assertTrue(said.contains("pump  #####"), said);
        asked("POST /api/v1/runs/dry-run {\"sequence\":\"fill\",\"inputs\":{},\"times\":2,\"parallel\":3}");
    }

    @Test
    void a_run_is_begun_and_left_alone() {
        assertEquals(0, execute("sequence", "run", "fill", "volume=1 mL", "--priority", "5"), err::toString);
        assertEquals("run run-1", out.toString().strip());
        asked("POST /api/v1/runs {\"sequence\":\"fill\",\"inputs\":{\"volume\":\"1 mL\"},\"askedBy\":\"" + USER
                + "\",\"priority\":5}");
    }

    @Test
    void a_run_is_watched_to_its_end() {
        server.streams.add(event(13, "StepBegun", "\"step\": \"a\", \"agent\": {\"id\": \"pump\"}")
                + event(14, "StepEnded", "\"step\": \"a\", \"outcome\": {\"type\": \"Failed\", \"reason\": \"empty\"}")
                + event(15, "RunOrdered", "\"order\": {\"verb\": \"PAUSE_NOW\", \"by\": \"anna\", \"reason\": \"\"}")
                + FakeServer.event(16, "RunEnded", "{\"run\": \"other\", \"state\": \"COMPLETED\"}"));
        server.streams.add(
                event(17, "StepAsked", "\"step\": \"weigh\", \"text\": \"What is the mass?\"")
                        + event(
                                18,
                                "StepEnded",
                                "\"step\": \"a\", \"outcome\": {\"type\": \"Done\", \"outputs\": {\"m\": {\"value\": 1, \"unit\": \"g\"}}}")
                        + event(
                                19,
                                "RunEnded",
                                "\"state\": \"COMPLETED\", \"flag\": \"STOPPED_EARLY\", \"reason\": \"enough\", \"outputs\": {}"));
        assertEquals(0, execute("sequence", "run", "fill", "--watch"), err::toString);
        String said = out.toString();
        assertTrue(said.contains("step a failed: empty"), said);
        assertTrue(said.contains("told to pause-now by anna"), said);
        assertTrue(said.contains("What is the mass? Answer with: busbar settle run-1 'weigh'"), said);
        assertTrue(said.contains("step a done: m = 1 g"), said);
        assertTrue(said.contains("run run-1: COMPLETED, STOPPED_EARLY, enough"), said);
        assertEquals("12", server.lastIds.get(0));
    }

    @Test
    void watching_a_run_that_fails_is_a_failure() {
        server.streams.add(event(13, "RunEnded", "\"state\": \"FAILED\", \"reason\": \"empty\""));
        assertEquals(1, execute("sequence", "run", "fill", "--watch"));
        assertTrue(out.toString().contains("run run-1: FAILED, empty"), out::toString);
    }

    private static String event(long number, String kind, String data) {
        return FakeServer.event(number, kind, "{\"run\": \"run-1\", " + data + "}");
    }

    @Test
    void a_device_is_held_and_released() {
        server.has(
                        "POST /api/v1/devices/pump/hold",
                        "[{\"device\": \"pump\", \"kind\": \"HOLD\", \"by\": \"anna\", \"reason\": \"calibration\","
                                + " \"until\": \"2026-03-02T11:00:00Z\"}]")
                .has("POST /api/v1/devices/pump/clear", "[]");
        String[] hold = {"device", "hold", "pump", "--for", "2 h", "--by", "anna", "--reason", "calibration"};
        assertEquals(0, execute(hold), err::toString);
        assertTrue(out.toString().contains("pump: HOLD by anna, calibration, until 2026-03-02T11:00:00Z"));
        asked("POST /api/v1/devices/pump/hold {\"by\":\"anna\",\"reason\":\"calibration\",\"for\":\"2 h\"}");
        assertEquals(0, execute("device", "release", "pump"), err::toString);
        assertTrue(out.toString().contains("pump: free"), out::toString);
        asked("POST /api/v1/devices/pump/clear {\"by\":\"" + USER + "\",\"kind\":\"hold\"}");
    }

    @Test
    void a_stopped_device_is_cleared_with_a_reason_only() {
        server.has("POST /api/v1/positions/tray/clear", "[]");
        assertEquals(2, execute("device", "clear", "tray", "--position"));
        assertTrue(err.toString().contains("--reason"), err::toString);
        assertEquals(0, execute("device", "clear", "tray", "--position", "--reason", "it is empty"), err::toString);
        assertEquals(2, server.asked.size());
        assertEquals(0, execute("device", "clear", "tray", "--position", "--reason", "ok", "--kind", "stopped"));
        assertEquals(3, server.asked.size());
        assertTrue(server.asked.get(2).contains("\"stopped\""), server.asked::toString);
    }
}
