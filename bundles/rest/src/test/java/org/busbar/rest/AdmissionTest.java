package org.busbar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.busbar.api.event.LabEvent;
import org.busbar.api.security.Role;
import org.busbar.api.security.User;
import org.busbar.api.security.Users.Issued;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers that take long, of callers who would not be let in any more. */
@Timeout(value = 50, unit = TimeUnit.SECONDS)
class AdmissionTest {

    private Guarded api;

    @BeforeEach
    void begin(@TempDir Path folder) throws Exception {
        api = new Guarded(folder);
    }

    @AfterEach
    void end() throws Exception {
        api.close();
    }

    /** A connection, read line by line. */
    private final class Reader implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;

        Reader(String path, String token, String accept) throws IOException {
            socket = api.server.ask(path, "Authorization: Bearer " + token, "Accept: " + accept);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** Reads on to a line that begins so; null if there is none before the end. */
        String awaitLine(String begin) throws IOException {
            String line = in.readLine();
            while (line != null && !line.startsWith(begin) && !line.equals("0")) { // the last chunk has no bytes
                line = in.readLine();
            }
            return line == null || line.equals("0") ? null : line;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private Reader follow(String token) throws IOException {
        Reader reader = new Reader("/api/v1/events", token, "text/event-stream");
        assertTrue(reader.awaitLine(": events") != null);
        return reader;
    }

    private void append(String reason) {
        api.lab.journal.append(new LabEvent.Faulted(Instant.now(), "pump", reason));
    }

    @Test
    void a_stream_ends_when_its_token_was_revoked_and_others_go_on() throws Exception {
        Issued issued = api.security.token("vera");
        try (Reader reader = follow(issued.secret());
                Reader other = follow(api.vera)) {
            api.security.users().revoke(issued.token().id(), "anna");
            assertNull(reader.awaitLine("id: "));
            append("still told");
            assertTrue(other.awaitLine("data: ").contains("still told"));
        }
        assertEquals(401, api.send(issued.secret(), "GET", "/events", "").statusCode());
    }

    @Test
    void a_stream_ends_when_its_token_has_expired() throws Exception {
        Instant end = Instant.now().plusSeconds(2);
        String secret = api.security
                .users()
                .issue("vera", "x", Optional.of(end), "anna")
                .secret();
        try (Reader reader = follow(secret)) {
            assertNull(reader.awaitLine("id: "));
            assertTrue(!Instant.now().isBefore(end));
        }
    }

    @Test
    void a_stream_ends_when_its_user_was_removed_or_may_do_less() throws Exception {
        api.security.add("sam", Set.of(Role.SCIENTIST));
        try (Reader veras = follow(api.login("vera"));
                Reader sams = follow(api.login("sam"))) {
            User viewer = new User("sam", Set.of(Role.VIEWER), Set.of(), true, Instant.EPOCH);
            api.security.users().put(viewer, Optional.empty(), "anna");
            api.security.users().remove("vera", "anna");
            assertNull(veras.awaitLine("id: "));
            assertNull(sams.awaitLine("id: "));
        }
        follow(api.login("sam")).close();
    }

    @Test
    void a_stream_goes_on_when_its_user_may_do_more() throws Exception {
        try (Reader reader = follow(api.vera)) {
            api.security.add("vera", Set.of(Role.VIEWER, Role.OPERATOR));
            TimeUnit.SECONDS.sleep(3); // it has looked meanwhile
            append("told");
            assertTrue(reader.awaitLine("data: ").contains("told"));
        }
    }

    @Test
    void who_waits_for_news_is_told_that_the_token_is_over() throws Exception {
        Issued issued = api.security.token("vera");
        long begun = System.nanoTime();
        try (Reader reader =
                new Reader("/api/v1/events?wait=60&after=0&subject=pump", issued.secret(), "application/json")) {
            awaitWaiting();
            api.security.users().revoke(issued.token().id(), "anna");
            assertEquals("HTTP/1.1 401 Unauthorized", reader.awaitLine("HTTP/1.1"));
        }
        assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(40));
    }

    @Test
    void news_after_the_end_are_not_told() throws Exception {
        Issued issued = api.security.token("vera");
        try (Reader reader =
                new Reader("/api/v1/events?wait=60&after=0&subject=pump", issued.secret(), "application/json")) {
            awaitWaiting();
            api.security.users().revoke(issued.token().id(), "anna");
            append("secret");
            assertEquals("HTTP/1.1 401 Unauthorized", reader.awaitLine("HTTP/1.1"));
        }
    }

    /** Until the request has been let in: who is not yet is refused anyway. */
    private void awaitWaiting() throws Exception {
        assertEquals(
                200,
                api.send(api.vera, "GET", "/events?after=0&subject=pump&wait=1", "")
                        .statusCode());
    }
}
