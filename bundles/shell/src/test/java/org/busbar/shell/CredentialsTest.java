package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CredentialsTest {

    @TempDir
    private Path lab;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new FakeServer()
                .has("GET /health", "{\"ready\": true}")
                .has("GET /api/v1/devices", "[]")
                .has("GET /api/v1/campaigns", "[]")
                .has("GET /api/v1/faults", "[]");
        Files.createDirectories(lab.resolve("data/security"));
        Files.writeString(lab.resolve("data/security/local-token"), "busbar_local\n");
        runs(server.url());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void runs(String url) throws IOException {
        long pid = ProcessHandle.current().pid();
        Files.writeString(lab.resolve("data/server.json"), "{\"url\": \"" + url + "\", \"pid\": " + pid + "}");
    }

    private int execute(String... arguments) {
        CommandLine line = Main.commandLine(Optional.empty());
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private void shown(String authorization) {
        assertEquals(Set.of(authorization), Set.copyOf(server.shown));
    }

    @Test
    void the_user_of_the_server_needs_none() {
        assertEquals(0, execute("status", lab.toString()), err::toString);
        shown("Bearer busbar_local");
    }

    @Test
    void a_given_token_counts_more() {
        assertEquals(0, execute("status", lab.toString(), "--token", "busbar_mine"), err::toString);
        shown("Bearer busbar_mine");
    }

    @Test
    void what_the_server_of_a_lab_has_left_is_shown_to_no_other() throws IOException {
        server.has("GET /api/v1/runs", "[]");
        assertEquals(0, execute("runs", "--lab", lab.toString(), "--url", server.url()), err::toString);
        shown("Bearer busbar_local");
        runs("http://127.0.0.1:1");
        server.shown.clear();
        assertEquals(0, execute("runs", "--lab", lab.toString(), "--url", server.url()), err::toString);
        shown("null");
    }

    @Test
    void a_refusal_says_what_to_do() {
        server.has("GET /api/v1/devices", "401 {\"detail\": \"Say who asks\"}");
        assertEquals(1, execute("status", lab.toString(), "--token", "x"));
        assertTrue(err.toString().contains("as the token is not valid, or not any more"), err::toString);
        assertTrue(err.toString().contains("--token or in BUSBAR_TOKEN"), err::toString);
        server.has("GET /api/v1/devices", "403 {\"detail\": \"'vera' lacks the role OPERATOR\"}");
        assertEquals(1, execute("status", lab.toString()));
        assertTrue(err.toString().contains("forbids this: 'vera' lacks the role OPERATOR"), err::toString);
    }

    @Test
    void events_that_are_refused_are_not_asked_for_again() {
        server.has("GET /api/v1/events", "401 {}");
        EventStream stream = new EventStream(Connection.to(server.url(), Optional.of("x")), 0);
        assertThrows(Failure.class, () -> stream.follow(event -> true));
        assertEquals(List.of("Bearer x"), server.shown);
    }

    @Test
    void a_reset_is_asked_for_in_a_file_of_the_owner() throws IOException {
        assertEquals(0, execute("user", "reset-password", "admin", lab.toString()), err::toString);
        Path asked = lab.resolve("data/security/reset-password");
        assertEquals("admin\n", Files.readString(asked));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(asked)));
        assertTrue(out.toString().contains("it runs now, so stop it first"), out::toString);
        assertEquals(2, execute("user"));
        assertEquals(2, execute("user", "reset-password", "admin", "nowhere"));
    }
}
