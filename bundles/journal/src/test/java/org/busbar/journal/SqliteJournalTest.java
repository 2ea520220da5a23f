package org.busbar.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.busbar.api.Values;
import org.busbar.api.event.Journal;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Run;
import org.busbar.api.inventory.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("journal.sqlite");
    }

    private static LabEvent event(String subject) {
        return new LabEvent.Faulted(NOW, subject, "because");
    }

    @Test
    void events_are_numbered_from_one_without_gap_and_read_in_order() {
        try (SqliteJournal journal = new SqliteJournal(file())) {
            IntStream.range(0, 8).parallel().forEach(i -> IntStream.range(0, 50)
                    .forEach(n -> journal.append(event("s" + i))));
            List<Recorded> all = journal.read(0, 1000);
            assertEquals(
                    LongStream.rangeClosed(1, 400).boxed().toList(),
                    all.stream().map(Recorded::number).toList());
            assertEquals(50, journal.of("s3").size());
            assertEquals(
                    List.of(399L, 400L),
                    journal.read(398, 10).stream().map(Recorded::number).toList());
        }
    }

    @Test
    void what_was_acknowledged_is_there_after_reopening() {
        try (SqliteJournal journal = new SqliteJournal(file())) {
            assertEquals(1, journal.append(event("a")));
        }
        try (SqliteJournal journal = new SqliteJournal(file())) {
            assertEquals(1, journal.last());
            assertEquals(2, journal.append(event("b")));
            assertEquals(event("a"), journal.read(0, 1).get(0).event());
        }
    }

    @Test
    void kinds_are_read_across_pages() {
        try (SqliteJournal journal = new SqliteJournal(file())) {
            IntStream.range(0, 16).parallel().forEach(i -> IntStream.range(0, 157)
                    .forEach(n -> journal.append(event("x"))));
            journal.append(new LabEvent.Vanished(NOW, "y", "device"));
            assertEquals(2512, journal.of(Set.of(LabEvent.Faulted.class)).count());
            assertEquals(
                    2513,
                    journal.of(Set.of(LabEvent.Faulted.class, LabEvent.Vanished.class))
                            .count());
        }
    }

    @Test
    void listeners_hear_everything_in_order_after_it_is_on_disk() throws Exception {
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch all = new CountDownLatch(200);
        try (SqliteJournal journal = new SqliteJournal(file())) {
            journal.addListener(recorded -> {
                heard.add(recorded.number());
                assertTrue(journal.last() >= recorded.number());
                all.countDown();
            });
            IntStream.range(0, 4).parallel().forEach(i -> IntStream.range(0, 50)
                    .forEach(n -> journal.append(event("a"))));
            assertTrue(all.await(10, TimeUnit.SECONDS));
        }
        assertEquals(LongStream.rangeClosed(1, 200).boxed().toList(), heard);
    }

    @Test
    void a_listener_that_throws_is_reported_and_forgotten_and_the_others_go_on() throws Exception {
        List<LabEvent> heard = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch three = new CountDownLatch(3);
        try (SqliteJournal journal = new SqliteJournal(file())) {
            journal.addListener(recorded -> {
                throw new IllegalStateException("bad listener");
            });
            journal.addListener(recorded -> {
                heard.add(recorded.event());
                three.countDown();
            });
            journal.append(event("a"));
            journal.append(event("b"));
            assertTrue(three.await(10, TimeUnit.SECONDS), heard::toString);
        }
        List<LabEvent> reports = heard.stream()
                .filter(e -> e.toString().contains("bad listener"))
                .toList();
        assertEquals(1, reports.size(), heard::toString);
    }

    @Test
    void interruption_neither_loses_an_event_nor_the_interrupt() {
        try (SqliteJournal journal = new SqliteJournal(file())) {
            Thread.currentThread().interrupt();
            journal.append(event("a"));
            assertTrue(Thread.interrupted());
            assertEquals(1, journal.read(0, 10).size());
        }
    }

    @Test
    void a_second_server_is_kept_out() {
        try (SqliteJournal journal = new SqliteJournal(file())) {
            JournalException refused = assertThrows(JournalException.class, () -> new SqliteJournal(file()));
            assertTrue(refused.getMessage().contains("another Busbar server"), refused.getMessage());
            journal.append(event("a"));
        }
    }

    @Test
    void a_full_disk_refuses_and_the_journal_goes_on_when_there_is_room() throws Exception {
        try (SqliteJournal journal = new SqliteJournal(file())) {
            journal.append(event("kept"));
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file())) {
                other.createStatement()
                        .executeUpdate(
                                "CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");
                JournalException refused = assertThrows(JournalException.class, () -> journal.append(event("lost")));
                assertTrue(refused.getMessage().contains("disk is full"), refused.getMessage());
                other.createStatement().executeUpdate("DROP TRIGGER full");
            }
            assertEquals(2, journal.append(event("next")));
            assertEquals(List.of("kept", "next"), subjects(journal));
        }
    }

    private static List<String> subjects(Journal journal) {
        return journal.read(0, 10).stream().map(r -> r.event().subject()).toList();
    }

    @Test
    void open_subjects_have_begun_and_not_ended() {
        try (SqliteJournal journal = new SqliteJournal(file())) {
            for (String plugin : List.of("b", "a", "c")) {
                journal.append(event(plugin));
            }
            journal.append(new LabEvent.Vanished(NOW, "a", "device"));
            assertEquals(List.of("b", "c"), journal.open(LabEvent.Faulted.class, Set.of(LabEvent.Vanished.class)));
        }
    }

    @Test
    void a_closed_journal_refuses() {
        SqliteJournal journal = new SqliteJournal(file());
        journal.close();
        assertThrows(JournalException.class, () -> journal.append(event("late")));
    }

    @Test
    void any_sql_tool_reads_the_views() throws Exception {
        try (SqliteJournal journal = new SqliteJournal(file())) {
            journal.append(event("a"));
        }
        assertTrue(Files.size(file()) > 0);
        try (Connection tool = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            for (String view : List.of("run", "step", "request", "result", "campaign", "trial", "event")) {
                try (ResultSet rows = tool.createStatement().executeQuery("SELECT count(*) FROM " + view)) {
                    assertEquals(view.equals("event") ? 1 : 0, rows.getInt(1), view);
                }
            }
        }
    }

    @Test
    void steps_that_did_something_to_samples_are_found_without_reading_the_others() throws Exception {
        try (SqliteJournal journal = new SqliteJournal(file())) {
            journal.append(ended("a", List.of()));
            long number = journal.append(ended("b", List.of(new Effect.Ended("s-1"))));
            journal.append(ended("c", List.of()));
            try (Stream<Recorded> affecting = journal.affecting()) {
                assertEquals(List.of(number), affecting.map(Recorded::number).toList());
            }
        }
    }

    @Test
    void of_a_long_run_only_the_steps_that_are_wanted_are_read() {
        try (SqliteJournal journal = new SqliteJournal(file())) {
            journal.append(
                    new LabEvent.RunEnded(Instant.now(), "run-1", Run.State.FAILED, Values.none(), "\"step\":\"x\""));
            journal.append(ended("loop[1]/a", List.of()));
            journal.append(ended("loop[2]/a", List.of()));
            List<String> asked = new ArrayList<>();
            try (Stream<Recorded> events = journal.stream("run-1", path -> {
                asked.add(path);
                return path.startsWith("loop[2]");
            })) {
                assertEquals(List.of(1L, 3L), events.map(Recorded::number).toList());
            }
            assertEquals(List.of("loop[1]/a", "loop[2]/a"), asked);
        }
    }

    private static LabEvent ended(String step, List<Effect> effects) {
        Instant now = Instant.now();
        Provenance made = new Provenance(step, Agent.named("pump"), "dispense", Values.none(), now, now);
        return new LabEvent.StepEnded(now, "run-1", step, new Outcome.Done(Values.none(), made), effects);
    }
}
