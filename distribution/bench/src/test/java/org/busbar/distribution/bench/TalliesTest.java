package org.busbar.distribution.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.journal.SqliteJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalliesTest {

    private static final Instant TIME = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path folder;

    private Tallies tallies(List<String> lines, long... journalled) throws IOException {
        Path logbook = Files.write(folder.resolve("tally-1.log"), lines);
        try (SqliteJournal journal = new SqliteJournal(folder.resolve("journal.sqlite"))) {
            for (long number : journalled) {
                Values inputs = Values.of("number", Quantity.of(number, "1"));
                String step = "loop[" + number + "]/count";
                Provenance made = new Provenance(step, Agent.named("tally-1"), "count", inputs, TIME, TIME);
                journal.append(new LabEvent.StepEnded(TIME, "run", step, new Outcome.Done(Values.none(), made)));
            }
            return Tallies.of(logbook, journal, "run");
        }
    }

    @Test
    void nothing_is_wrong_if_both_tell_the_same() throws IOException {
        Tallies tallies = tallies(List.of("begin 1", "end 1", "begin 2", "end 2"), 1, 2);
        assertEquals(new Tallies(2, 0, 0, 0), tallies);
    }

    @Test
    void a_number_begun_again_was_done_twice() throws IOException {
        Tallies tallies = tallies(List.of("begin 1", "end 1", "begin 1", "end 1"), 1);
        assertEquals(new Tallies(1, 0, 1, 0), tallies);
    }

    @Test
    void a_number_that_only_one_of_the_two_has_is_lost() throws IOException {
        assertEquals(
                1, tallies(List.of("begin 1", "end 1", "begin 2", "end 2"), 1).lost());
    }

    @Test
    void a_number_the_counter_never_had_is_lost_too() throws IOException {
        assertEquals(
                2,
                tallies(List.of("begin 1", "end 1", "begin 4", "end 4"), 1, 4).lost());
    }

    @Test
    void a_number_that_only_the_journal_has_is_lost() throws IOException {
        assertEquals(new Tallies(0, 1, 0, 0), tallies(List.of(), 1));
    }

    @Test
    void a_number_whose_action_was_cut_short_is_told() throws IOException {
        Tallies tallies = tallies(List.of("begin 1", "end 1", "begin 2", "stopped 2"), 1);
        assertEquals(new Tallies(1, 0, 0, 1), tallies);
    }
}
