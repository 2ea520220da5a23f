package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RunCommandTest {

    private static final String CAMPAIGN = " /api/v1/campaigns/c1";

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeServer server;
    private Path lab;

    @BeforeEach
    void serve() throws IOException {
        lab = Files.createDirectories(home.resolve("examples/salt"));
        server = new FakeServer()
                .has("GET /health", "{\"ready\": true, \"journal\": 12}")
                .has("GET /api/v1/faults", "[{\"file\": \"devices/x.json\", \"reason\": \"no such type\"}]")
                .has("GET /api/v1/plans", "[{\"campaign\": {\"name\": \"salt\"}}]")
                .has("POST /api/v1/campaigns", "201 " + Canned.STANDING)
                .has("GET" + CAMPAIGN, Canned.STANDING)
                .has("POST" + CAMPAIGN + "/study", "202 {\"state\": \"RUNNING\", \"done\": 0, \"of\": 50}")
                .has("GET" + CAMPAIGN + "/study", "{\"state\": \"DONE\", \"done\": 50, \"of\": 50}")
                .has("GET" + CAMPAIGN + "/summary", "[\"best 12 mS/cm\", \"2.5 times as fast as random\"]")
                .has("GET" + CAMPAIGN + "/report", "<p>report");
        server.streams.add(Canned.suggested(13, 1, 1) + Canned.resolved(14, 1, 11) + Canned.swapped(15));
        server.streams.add(Canned.suggested(16, 2, 2) + Canned.resolved(17, 2, 12) + Canned.ended(18));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void runs(long pid) throws IOException {
        Files.createDirectories(lab.resolve("data"));
        Files.writeString(lab.resolve("data/server.json"), serverJson(String.valueOf(pid)));
    }

    private String serverJson(String pid) {
        return "{\"url\": \"" + server.url() + "\", \"pid\": " + pid + "}";
    }

    private int execute(String... arguments) {
        CommandLine line = Main.commandLine(Optional.of(home));
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    @Test
    void runs_a_campaign_on_a_running_server_from_beginning_to_report() throws Exception {
        runs(ProcessHandle.current().pid());
        assertEquals(0, execute("run", "salt", "--seed", "5", "--trials", "3"), err::toString);
        String said = out.toString();
        assertTrue(said.contains("fault in devices/x.json: no such type"), said);
        assertTrue(said.contains("trial 1 (1/3): conductivity = 11 mS/cm at salt = 1 mol/L, best so far"), said);
        assertTrue(said.contains("optimizer changed from random to forest"), said);
        assertTrue(said.contains("2.5 times as fast as random"), said);
        Path report = lab.resolve("data/reports/c1.html");
        assertTrue(said.contains(report.toString()), said);
        assertEquals("<p>report", Files.readString(report));
        assertTrue(server.asked.contains("POST /api/v1/campaigns {\"plan\":\"salt\",\"seed\":5,\"trials\":3}"));
        assertEquals("12", server.lastIds.get(0));
        assertEquals("15", server.lastIds.get(1));
    }

    @Test
    void json_goes_out_alone() throws Exception {
        runs(ProcessHandle.current().pid());
        assertEquals(0, execute("run", lab.toString(), "--json"), err::toString);
        JsonNode outcome = Client.JSON.readTree(out.toString());
        assertEquals("c1", outcome.at("/campaign/id").stringValue());
        assertEquals("DONE", outcome.at("/study/state").stringValue());
        assertTrue(err.toString().contains("trial 1"), err::toString);
    }

    @Test
    void a_plan_without_comparison_is_reported_as_it_is() throws Exception {
        runs(ProcessHandle.current().pid());
        server.has("POST" + CAMPAIGN + "/study", "409 {\"detail\": \"compares nothing\"}");
        assertEquals(0, execute("run", "salt"), err::toString);
        assertTrue(Files.exists(lab.resolve("data/reports/c1.html")));
    }

    @Test
    void a_failed_comparison_is_a_failure_but_the_report_is_saved() throws Exception {
        runs(ProcessHandle.current().pid());
        server.has("GET" + CAMPAIGN + "/study", "{\"state\": \"FAILED\", \"reason\": \"no optimizer\"}");
        assertEquals(1, execute("run", "salt"));
        assertTrue(out.toString().contains("the comparison failed: no optimizer"));
        assertTrue(Files.exists(lab.resolve("data/reports/c1.html")));
    }

    @Test
    void what_the_server_refuses_is_said_in_its_words() throws Exception {
        runs(ProcessHandle.current().pid());
        server.has("POST /api/v1/campaigns", "422 {\"detail\": \"There is no plan 'x', only [salt]\"}");
        assertEquals(1, execute("run", "salt", "--campaign", "x"));
        assertTrue(err.toString().contains("There is no plan 'x', only [salt]"), err::toString);
    }

    @Test
    void wrong_calls_exit_with_2() throws Exception {
        assertEquals(2, execute("run"));
        assertEquals(2, execute("run", "nowhere"));
        assertTrue(err.toString().contains("There is no folder 'nowhere'"), err::toString);
        assertEquals(2, execute("run", "salt", "--seed", "x"));
        runs(ProcessHandle.current().pid());
        server.has("GET /api/v1/plans", "[{\"campaign\": {\"name\": \"a\"}}, {\"campaign\": {\"name\": \"b\"}}]");
        assertEquals(2, execute("run", "salt"));
        assertTrue(err.toString().contains("--campaign: a, b"), err::toString);
    }

    @Test
    void starts_a_server_where_none_runs_and_stops_it_afterwards() throws Exception {
        script("echo $$ > " + home + "/pid; echo '" + serverJson("'$$'")
                + "' > \"$1/data/server.json\"; exec sleep 600");
        runs(2_000_000_000L); // of a server that was killed
        assertEquals(0, execute("run", "salt"), err::toString);
        long pid = Long.parseLong(Files.readString(home.resolve("pid")).strip());
        assertFalse(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
    }

    @Test
    void keeps_the_server_when_told_to() throws Exception {
        script("echo '" + serverJson("'$$'") + "' > \"$1/data/server.json\"; exec sleep 600");
        assertEquals(0, execute("run", "salt", "--keep"), err::toString);
        LabFolder.Address kept = LabFolder.server(lab.toString());
        assertTrue(kept.process().isPresent());
        assertEquals(0, execute("stop", lab.toString()), err::toString);
        assertFalse(kept.process().isPresent());
    }

    @Test
    void a_server_that_cannot_start_is_reported_with_its_last_words() throws Exception {
        script("echo the port is taken; exit 3");
        assertEquals(1, execute("run", "salt"));
        assertTrue(err.toString().contains("ended with 3 before it was ready"), err::toString);
        assertTrue(err.toString().contains("the port is taken"), err::toString);
    }

    private void script(String body) throws IOException {
        Path script = Files.createDirectories(home.resolve("bin")).resolve("server");
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        assertTrue(script.toFile().setExecutable(true));
    }

    @Test
    void status_shows_devices_campaigns_and_faults() {
        server.has("GET /health", "{\"ready\": true, \"lab\": \"bench-3\"}")
                .has("GET /api/v1/devices", "[{\"id\": \"left\", \"state\": \"IDLE\", \"detail\": \"\"}]")
                .has(
                        "GET /api/v1/campaigns",
                        "[{\"id\": \"c1\", \"name\": \"salt\", \"state\": \"RUNNING\", \"ended\": 3, \"trials\": 40,"
                                + " \"optimizer\": \"forest\", \"detail\": \"\"}]");
        assertEquals(0, execute("status", "--url", server.url()), err::toString);
        assertTrue(out.toString().contains("bench-3 at " + server.url() + ": ready"), out::toString);
        assertTrue(out.toString().contains("device left: IDLE"), out::toString);
        assertTrue(out.toString().contains("campaign c1 (salt): RUNNING, 3/40 trials, optimizer forest"));
        assertEquals(1, execute("status", lab.toString()));
    }
}
