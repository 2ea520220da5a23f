package org.busbar.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.busbar.api.security.Role;
import org.busbar.api.security.Users.Audited;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {

    @TempDir
    Path lab;

    private TestKeep test;

    @BeforeEach
    void open() {
        test = new TestKeep(lab);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void nobody_else_can_read_them() throws Exception {
        test.token("vera");
        assertEquals("rwx------", rights(test.folder()));
        try (Stream<Path> files = Files.list(test.folder())) {
            List<Path> all = files.toList();
            assertEquals(4, all.size(), all::toString);
            for (Path file : all) {
                assertEquals("rw-------", rights(file), file::toString);
            }
        }
    }

    private static String rights(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "{}",
                "{\"format\":1}",
                "{\"format\":1,\"register\":null}",
                "{\"format\":2,\"register\":{\"accounts\":{},\"grants\":{},\"revoked\":{}}}",
                "{\"format\":1,\"register\":{\"accounts\":{\"a\":{}},\"grants\":{},\"revoked\":{}}}"
            })
    void damaged_users_keep_the_server_from_starting(String text) throws Exception {
        Files.writeString(test.folder().resolve("users.json"), text);
        IllegalStateException fault = assertThrows(IllegalStateException.class, test::open);
        assertTrue(fault.getMessage().contains("data/security/users.json cannot be read"), fault.getMessage());
        assertEquals(text, Files.readString(test.folder().resolve("users.json")), "what is left can be looked at");
    }

    @Test
    void a_damaged_key_keeps_the_server_from_starting() throws Exception {
        Files.writeString(
                test.folder().resolve("signing-key.json"), "{\"privateKey\":\"AAAA\",\"publicKey\":\"AAAA\"}");
        IllegalStateException fault = assertThrows(IllegalStateException.class, test::open);
        assertTrue(fault.getMessage().contains("signing-key.json"), fault.getMessage());
    }

    @Test
    void killed_before_the_new_file_has_its_name_the_old_one_holds() throws Exception {
        PrivateFile file = new PrivateFile(test.folder().resolve("users.json"));
        Files.writeString(file.draft(), "{\"format\":1,\"register\":{\"acc");
        test.restart();
        assertTrue(test.login("vera", TestKeep.PASSWORD).isPresent());
        test.put("max", Set.of(Role.VIEWER), TestKeep.PASSWORD);
        assertFalse(Files.exists(file.draft()));
        test.restart();
        assertEquals(3, test.keep.users.all().size());
    }

    @Test
    void what_cannot_be_written_has_not_happened() throws Exception {
        Path draft = Files.createDirectory(test.folder().resolve("users.json.new"));
        Files.createFile(draft.resolve("in the way"));
        assertThrows(UncheckedIOException.class, () -> test.put("max", Set.of(Role.VIEWER), TestKeep.PASSWORD));
        assertEquals(2, test.keep.users.all().size());
        test.restart();
        assertEquals(2, test.keep.users.all().size());
    }

    @Test
    void changes_at_once_are_all_kept() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = IntStream.range(0, 40)
                    .<Future<?>>mapToObj(
                            i -> threads.submit(() -> test.keep.users.issue("vera", "t" + i, Optional.empty(), "anna")))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        test.restart();
        assertEquals(40, test.keep.users.tokens().size());
    }

    @Test
    void the_audit_log_keeps_two_files_of_its_size() throws Exception {
        AuditLog log = new AuditLog(test.folder(), 2000, test.clock);
        for (int i = 0; i < 100; i++) {
            log.add("vera", "did " + i, "");
        }
        assertTrue(Files.size(test.folder().resolve("audit.jsonl")) <= 2000);
        assertTrue(Files.size(test.folder().resolve("audit.old.jsonl")) <= 2000);
        List<Audited> newest = log.newest(10);
        assertEquals(10, newest.size());
        assertEquals("did 99", newest.get(0).what());
        assertEquals("did 90", newest.get(9).what());
    }

    @Test
    void a_line_of_the_audit_log_that_was_cut_short_spoils_no_other() throws Exception {
        AuditLog log = new AuditLog(lab, 2000, test.clock);
        Files.writeString(lab.resolve("audit.jsonl"), "{\"time\":\"2026-\n");
        log.add("vera", "did it", "");
        log.add("vera", "did it", "");
        log.add("x".repeat(5000), "line\nbreak", "");
        List<Audited> newest = log.newest(10);
        assertEquals(2, newest.size(), "the same thing at once is said once");
        assertEquals("line\nbreak", newest.get(0).what());
        assertTrue(newest.get(0).who().length() < 400);
    }
}
