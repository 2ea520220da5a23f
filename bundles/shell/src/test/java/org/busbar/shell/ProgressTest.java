package org.busbar.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Instant BEGUN = Instant.parse("2026-03-02T09:00:00Z");
    private final Progress progress = new Progress(Client.JSON.readTree(Canned.STANDING), BEGUN);

    private List<String> take(String event, int seconds) {
        String[] lines = event.split("\n");
        var data = Client.JSON.readTree(lines[2].substring("data: ".length()));
        var taken = new EventStream.Event(1, lines[1].substring("event: ".length()), data);
        return progress.take(taken, BEGUN.plusSeconds(seconds)).stream()
                .map(Progress.Note::text)
                .toList();
    }

    @Test
    void a_status_line_tells_trials_best_optimizer_and_predicted_end() {
        assertEquals("trial 0/3 [....................] | random | 0:01", progress.status(BEGUN.plusSeconds(1)));
        take(Canned.suggested(1, 1, 1.25), 2);
        take(Canned.resolved(2, 1, 11.9812), 30);
        assertEquals(
                "trial 1/3 [######..............] best 11.98 mS/cm at salt = 1.25 mol/L | random | 0:30, ends in 1:00",
                progress.status(BEGUN.plusSeconds(30)));
    }

    @Test
    void each_ended_trial_is_a_line_and_the_best_is_kept() {
        take(Canned.suggested(1, 1, 1), 0);
        take(Canned.suggested(2, 2, 2), 0);
        take(Canned.suggested(3, 3, 0.5), 0);
        assertEquals(
                List.of("trial 2 (1/3): conductivity = 8 mS/cm at salt = 2 mol/L, best so far, after 0:05"),
                take(Canned.resolved(4, 2, 8), 5));
        assertEquals(
                List.of("trial 1 (2/3): conductivity = 7 mS/cm at salt = 1 mol/L, after 1:06"),
                take(Canned.resolved(5, 1, 7), 66));
        assertEquals(List.of("trial 3 (3/3) failed: the cell leaks"), take(Canned.failed(6, 3), 70));
        assertTrue(progress.status(BEGUN).contains("best 8 mS/cm"));
    }

    @Test
    void others_trials_are_not_counted() {
        assertEquals(List.of(), take(Canned.resolved(1, 9, 99), 1));
        assertTrue(progress.status(BEGUN).startsWith("trial 0/3"));
    }

    @Test
    void exchanges_faults_questions_and_the_end_are_told() {
        assertEquals(List.of("optimizer changed from random to forest by plan"), take(Canned.swapped(1), 1));
        assertTrue(progress.status(BEGUN).contains("| forest |"));
        String question = take(Canned.lost(2), 1).get(0);
        assertTrue(question.contains("step fill of run run-9? link lost"), question);
        assertTrue(question.contains("busbar settle run-9 'fill' --happened"), question);
        assertEquals(List.of("the campaign has ended as completed"), take(Canned.ended(3), 1));
        assertTrue(progress.isOver());
    }

    @Test
    void numbers_are_short_and_times_readable() {
        assertEquals("0.01235", Numbers.number(0.0123456));
        assertEquals("123500", Numbers.number(123456));
        assertEquals("40", Numbers.number(40));
        assertEquals("1.235E-8", Numbers.number(1.23456e-8));
        assertEquals("1:02:03", Numbers.time(Duration.ofSeconds(3723)));
        assertEquals("12:30", Numbers.time(Duration.ofSeconds(750)));
    }
}
