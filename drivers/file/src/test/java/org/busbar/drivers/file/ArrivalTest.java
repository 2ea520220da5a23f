package org.busbar.drivers.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.busbar.api.link.LinkException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofMillis(250);

    @TempDir
    Path root;

    private Folder folder;

    @BeforeEach
    void folder() {
        folder = new Folder(root);
    }

    private static void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    private static LinkException fails(Arrival arrival, Duration within) {
        return assertThrows(LinkException.class, () -> arrival.await(within, REST, ArrivalTest::sleep));
    }

    @Test
    void what_was_there_before_does_not_count_whatever_its_date() throws Exception {
        Files.writeString(root.resolve("old.csv"), "old");
        Files.setLastModifiedTime(
                root.resolve("old.csv"), FileTime.from(Instant.now().plusSeconds(3600)));
        Arrival arrival = Arrival.begun(folder, "*.csv");
        Files.writeString(root.resolve("new.csv"), "new");
        Files.setLastModifiedTime(
                root.resolve("new.csv"), FileTime.from(Instant.now().minusSeconds(3600)));
        assertEquals(root.resolve("new.csv"), arrival.await(LONG, REST, ArrivalTest::sleep));
    }

    @Test
    void a_file_that_is_written_again_counts() throws Exception {
        Files.writeString(root.resolve("a.csv"), "old");
        Arrival arrival = Arrival.begun(folder, "a.csv");
        Files.writeString(root.resolve("a.csv"), "newer");
        assertEquals(root.resolve("a.csv"), arrival.await(LONG, REST, ArrivalTest::sleep));
    }

    @Test
    void a_file_that_grows_is_waited_for() throws Exception {
        Arrival arrival = Arrival.begun(folder, "*.csv");
        Path file = root.resolve("a.csv");
        Files.writeString(file, "");
        CompletableFuture<Path> arrived = CompletableFuture.supplyAsync(() -> {
            try {
                return arrival.await(LONG, REST, ArrivalTest::sleep);
            } catch (LinkException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        for (int i = 0; i < 8; i++) {
            Thread.sleep(60);
            Files.writeString(file, "line\n", StandardOpenOption.APPEND);
        }
        assertEquals(40, Files.size(arrived.get()));
    }

    @Test
    void nothing_in_time_is_no_reply() throws Exception {
        LinkException told = fails(Arrival.begun(folder, "*.csv"), Duration.ofMillis(300));
        assertEquals(LinkException.Kind.NO_REPLY, told.kind());
        assertTrue(told.getMessage().contains("*.csv"), told.getMessage());
    }

    @Test
    void an_empty_file_is_no_result() throws Exception {
        Arrival arrival = Arrival.begun(folder, "*.csv");
        Files.createFile(root.resolve("a.csv"));
        LinkException told = fails(arrival, Duration.ofMillis(800));
        assertTrue(told.getMessage().contains("a.csv"), told.getMessage());
    }

    @Test
    void several_files_cannot_be_told_apart() throws Exception {
        Arrival arrival = Arrival.begun(folder, "*.csv");
        Files.writeString(root.resolve("a.csv"), "a");
        Files.writeString(root.resolve("b.csv"), "b");
        LinkException told = fails(arrival, LONG);
        assertEquals(LinkException.Kind.GARBLED, told.kind());
        assertTrue(told.getMessage().contains("b.csv"), told.getMessage());
    }

    @Test
    void a_folder_that_goes_and_comes_back_is_waited_for() throws Exception {
        Path share = Files.createDirectory(root.resolve("share"));
        Arrival arrival = Arrival.begun(new Folder(share), "*.csv");
        Files.delete(share);
        LinkException told = fails(arrival, Duration.ofMillis(300));
        assertTrue(told.getMessage().contains("cannot be read"), told.getMessage());
        Files.createDirectory(share);
        Files.writeString(share.resolve("a.csv"), "a");
        assertEquals(share.resolve("a.csv"), arrival.await(LONG, REST, ArrivalTest::sleep));
    }
}
