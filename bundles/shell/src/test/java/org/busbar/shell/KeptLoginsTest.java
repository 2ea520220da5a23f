package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.shell.KeptLogins.Kept;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLoginsTest {

    private static final Kept VERA = new Kept("vera", "secret", Instant.parse("2026-03-01T12:00:00Z"));

    @TempDir
    private Path home;

    private Path file;
    private KeptLogins logins;

    @BeforeEach
    void open() {
        file = home.resolve("busbar/tokens");
        logins = new KeptLogins(file.getParent());
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void a_login_is_kept_where_nobody_else_can_read_it() throws IOException {
        logins.put("http://lab.example", VERA);
        assertEquals("rw-------", rights(file));
        assertEquals("rwx------", rights(file.getParent()));
        assertEquals(Optional.of(VERA), new KeptLogins(file.getParent()).of("http://lab.example"));
        logins.put("http://lab.example", new Kept("anna", "other", VERA.until()));
        assertEquals("rw-------", rights(file));
        assertEquals("anna", logins.of("http://lab.example").orElseThrow().user());
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(1, files.count(), "nothing else is left there");
        }
    }

    @Test
    void a_login_is_for_one_server_however_it_is_spelled() {
        logins.put("HTTPS://Lab.Example/", VERA);
        assertTrue(logins.of("https://lab.example:443").isPresent());
        for (String other : new String[] {
            "http://lab.example", "https://lab.example:8443", "https://lab.example.org", "https://lab.example/b"
        }) {
            assertTrue(logins.of(other).isEmpty(), other);
        }
        logins.remove("https://lab.example");
        assertTrue(logins.all().isEmpty());
    }

    @Test
    void what_is_no_address_is_refused() {
        for (String wrong :
                new String[] {"lab", "", "ftp://lab.example", "http://", "http://anna:x@lab", "http://a b"}) {
            Failure failure = assertThrows(Failure.class, () -> KeptLogins.key(wrong), wrong);
            assertEquals(2, failure.exitCode);
        }
    }

    @Test
    void a_file_that_others_can_read_or_that_is_damaged_is_not_used() throws IOException {
        logins.put("http://lab.example", VERA);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Failure open = assertThrows(Failure.class, () -> logins.of("http://lab.example"));
        assertTrue(open.getMessage().contains("Others can read the logins"), open.getMessage());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "{\"http");
        Failure damaged = assertThrows(Failure.class, () -> logins.of("http://lab.example"));
        assertTrue(damaged.getMessage().contains("log in again"), damaged.getMessage());
    }
}
