package org.busbar.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.busbar.api.Series;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesInFilesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path folder;

    private SqliteJournal open() {
        return new SqliteJournal(folder.resolve("journal.sqlite"));
    }

    private static Series series(double first) {
        double[] numbers =
                IntStream.range(0, 1000).mapToDouble(i -> first + i / 7.0).toArray();
        numbers[3] = Double.NaN;
        numbers[4] = -0.0;
        numbers[5] = Double.NEGATIVE_INFINITY;
        return new Series(numbers, Unit.of("Ohm"));
    }

    private static LabEvent ended(String run, double first) {
        return new LabEvent.RunEnded(NOW, run, Run.State.COMPLETED, Values.of("z", series(first)), "");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("artifacts"))) {
            return all.filter(file -> file.getFileName().toString().length() == 64)
                    .toList();
        }
    }

    private String query(String sql) throws Exception {
        try (Connection tool = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.sqlite"));
                ResultSet row = tool.createStatement().executeQuery(sql)) {
            return row.getString(1);
        }
    }

    @Test
    void a_long_series_is_one_file_of_floats_and_the_events_are_complete_again() throws Exception {
        try (SqliteJournal journal = open()) {
            journal.append(ended("run-1", 1));
            journal.append(ended("run-2", 1));
        }
        assertEquals(1, files().size());
        ByteBuffer floats = ByteBuffer.wrap(Files.readAllBytes(files().get(0))).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(8000, floats.remaining());
        assertEquals(1 + 999 / 7.0, floats.getDouble(7992));
        assertTrue(query("SELECT max(length(body)) FROM event").length() < 4, "the body holds no numbers");
        try (SqliteJournal journal = open()) {
            assertEquals(
                    List.of(new Recorded(1, ended("run-1", 1)), new Recorded(2, ended("run-2", 1))),
                    journal.read(0, 10));
        }
    }

    @Test
    void listeners_are_told_the_event_as_it_was_written() throws Exception {
        BlockingQueue<Recorded> heard = new LinkedBlockingQueue<>();
        try (SqliteJournal journal = open()) {
            journal.addListener(heard::add);
            journal.append(ended("run-1", 1));
            assertEquals(new Recorded(1, ended("run-1", 1)), heard.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void the_views_name_the_file() throws Exception {
        Run run = new Run("run-1", new Sequence("s", "1", List.of(), List.of(), Map.of()), Values.none(), "me");
        try (SqliteJournal journal = open()) {
            journal.append(new LabEvent.RunBegun(NOW, run));
            journal.append(ended("run-1", 1));
        }
        String name = files().get(0).getFileName().toString();
        assertEquals(
                "sha256:" + name,
                query("SELECT outputs ->> '$.z.series' FROM run WHERE sequence = 's' AND id = 'run-1'"));
        assertEquals("1000", query("SELECT outputs ->> '$.z.size' FROM run"));
        assertEquals("COMPLETED", query("SELECT state FROM run"));
    }

    @Test
    void a_missing_file_makes_its_event_unreadable_and_no_other() throws Exception {
        Path lost;
        try (SqliteJournal journal = open()) {
            journal.append(ended("run", 1));
            lost = files().get(0);
            journal.append(ended("run", 2));
            journal.append(ended("other", 3));
        }
        Files.delete(lost);
        try (SqliteJournal journal = open()) {
            JournalException fault = assertThrows(JournalException.class, () -> journal.of("run"));
            for (String said : List.of(
                    "Event 1 (RunEnded of run)", lost.getFileName().toString(), lost.toString(), "from a backup")) {
                assertTrue(fault.getMessage().contains(said), fault.getMessage());
            }
            assertEquals(
                    List.of(new Recorded(2, ended("run", 2)), new Recorded(3, ended("other", 3))), journal.read(1, 9));
            Iterator<Recorded> events = journal.stream("run").iterator();
            assertThrows(JournalException.class, events::next);
            assertEquals(2, events.next().number(), "a stream can be read on");
            assertFalse(events.hasNext());
            assertTrue(journal.knows("run"));
            journal.append(ended("run", 1));
            assertEquals(ended("run", 1), journal.read(0, 1).get(0).event(), "the same numbers mended it");
        }
    }

    @Test
    void a_damaged_file_is_found() throws Exception {
        try (SqliteJournal journal = open()) {
            journal.append(ended("run", 1));
            byte[] bytes = Files.readAllBytes(files().get(0));
            bytes[77]++;
            Files.write(files().get(0), bytes);
            JournalException fault = assertThrows(JournalException.class, () -> journal.read(0, 1));
            assertTrue(fault.getMessage().contains("Event 1 "), fault.getMessage());
            assertTrue(fault.getMessage().contains(files().get(0) + " is damaged"), fault.getMessage());
        }
    }

    @Test
    void a_file_that_cannot_be_written_is_told_by_the_receipt_and_the_journal_goes_on() throws Exception {
        try (SqliteJournal journal = open()) {
            Path shard = folder.resolve("artifacts/.incoming/journal");
            Files.delete(shard);
            assertEquals(1, journal.append(new LabEvent.Faulted(NOW, "a", "small")));
            JournalException fault = assertThrows(JournalException.class, () -> journal.append(ended("run", 1)));
            assertTrue(fault.getMessage().contains("A series of 1000 numbers cannot be written"), fault.getMessage());
            Files.createDirectory(shard);
            assertEquals(2, journal.append(ended("run", 1)));
        }
    }

    @Test
    void an_interrupted_thread_writes_and_reads_series() {
        try (SqliteJournal journal = open()) {
            Thread.currentThread().interrupt();
            journal.append(ended("run", 1));
            List<Recorded> read = journal.read(0, 1);
            assertTrue(Thread.interrupted());
            assertEquals(ended("run", 1), read.get(0).event());
        }
    }
}
