package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
class LinkCommandsTest {

    private static final String PUMP = "sim:pump";
    private static final String STATUS = "{\"uri\": \"sim:pump\", \"state\": \"CONNECTED\", \"reason\": \"\","
            + " \"exchanges\": 12, \"failures\": 2, \"connections\": 1, \"faults\": [%s]}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new FakeServer();
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

    private void shows(String text) {
        assertTrue(out.toString().contains(text), () -> out + err.toString());
    }

    private void asked(String request) {
        assertTrue(server.asked.contains(request), () -> server.asked + err.toString());
    }

    @Test
    void links_are_a_table_with_what_they_act_out() {
        server.has(
                "GET /api/v1/links",
                "[" + STATUS.formatted("{\"kind\": \"HANG\", \"count\": 3, \"probability\": 0.5}") + "]");
        assertEquals(0, execute("link", "list"));
        shows("sim:pump");
        shows("CONNECTED; acts out hang, 3 more, with probability 0.5");
    }

    @Test
    void a_failure_is_acted_out_as_told() {
        server.has("POST /api/v1/links/fault", STATUS.formatted("{\"kind\": \"SLOW\", \"count\": 2147483647}"));
        assertEquals(0, execute("link", "fault", PUMP, "slow", "--factor", "3", "--count=2"));
        asked("POST /api/v1/links/fault {\"link\":\"sim:pump\",\"kind\":\"slow\",\"count\":2,\"factor\":3.0}");
        shows("sim:pump: CONNECTED; acts out slow");
    }

    @Test
    void bytes_are_shown_so_that_all_of_them_can_be_read() {
        server.has(
                "GET /api/v1/links/trace",
                "[{\"time\": \"2026-01-01T00:00:00Z\", \"way\": \"SENT\", \"text\": \"VER\\r\"},"
                        + " {\"time\": \"2026-01-01T00:00:01Z\", \"way\": \"NOTE\", \"text\": \"lost\"}]");
        assertEquals(0, execute("link", "trace", PUMP));
        assertEquals(List.of("link=sim%3Apump"), server.queries);
        shows("2026-01-01T00:00:00Z -> VER<0D>");
        shows("2026-01-01T00:00:01Z    lost");
    }

    @Test
    void tracing_and_mending_are_told_to_the_server() {
        server.has("POST /api/v1/links/trace", STATUS.formatted(""))
                .has("POST /api/v1/links/mend", STATUS.formatted(""))
                .has("POST /api/v1/links/reconnect", STATUS.formatted(""));
        assertEquals(0, execute("link", "trace", PUMP, "--for", "5 min"));
        asked("POST /api/v1/links/trace {\"link\":\"sim:pump\",\"for\":\"5 min\"}");
        assertEquals(0, execute("link", "mend", PUMP));
        asked("POST /api/v1/links/mend {\"link\":\"sim:pump\"}");
        assertEquals(0, execute("link", "reconnect", PUMP));
        asked("POST /api/v1/links/reconnect {\"link\":\"sim:pump\"}");
    }

    @Test
    void devices_are_a_table_with_what_is_wrong() {
        server.has(
                "GET /api/v1/devices",
                "[{\"id\": \"pump\", \"state\": \"ERROR\", \"code\": \"FAULT\", \"detail\": \"it has stalled\","
                        + " \"agent\": {\"bundle\": \"org.x\", \"version\": \"1.0.0\"}}]");
        assertEquals(0, execute("device", "list"));
        shows("pump  ERROR  FAULT  org.x 1.0.0  it has stalled");
    }

    @Test
    void a_device_that_is_still_not_ready_after_a_reset_is_an_error() {
        server.has(
                "POST /api/v1/devices/pump/reset",
                "{\"id\": \"pump\", \"state\": \"OFFLINE\", \"code\": \"OFFLINE\", \"detail\": \"no such port\"}");
        assertEquals(1, execute("device", "reset", "pump"));
        shows("pump: OFFLINE, no such port");
    }
}
