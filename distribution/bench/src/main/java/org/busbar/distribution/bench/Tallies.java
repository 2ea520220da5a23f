package org.busbar.distribution.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Outcome;

/**
 * The numbers that a counter was given, by its own logbook and by the journal.
 *
 * @param done how many actions were completed by the logbook
 * @param lost numbers of which only one of the two says that they were done, and those left out between
 * @param doubled how often a number was begun again
 * @param stopped how many were begun and did not end
 */
record Tallies(long done, long lost, long doubled, long stopped) {

    static final Tallies NONE = new Tallies(0, 0, 0, 0);

    /** Compares the logbook of a counter with the events of the run that gave it the numbers from 1 on. */
    static Tallies of(Path logbook, Journal journal, String run) throws IOException {
        List<Long> begun = numbers(logbook, "begin ");
        Set<Long> ended = new HashSet<>(numbers(logbook, "end "));
        Set<Long> journalled = journalled(journal, run);
        Set<Long> either = new HashSet<>(ended);
        either.addAll(journalled);
        long both = ended.stream().filter(journalled::contains).count();
        long last = either.stream().mapToLong(Long::longValue).max().orElse(0);
        long gaps = last - either.size();
        return new Tallies(
                ended.size(),
                either.size() - both + gaps,
                begun.size() - new HashSet<>(begun).size(),
                begun.size() - numbers(logbook, "end ").size());
    }

    private static List<Long> numbers(Path logbook, String word) throws IOException {
        try (Stream<String> lines = Files.lines(logbook)) {
            return lines.filter(line -> line.startsWith(word))
                    .map(line -> Long.valueOf(line.substring(word.length())))
                    .toList();
        }
    }

    private static Set<Long> journalled(Journal journal, String run) {
        List<Long> numbers = new ArrayList<>();
        try (Stream<org.busbar.api.event.Recorded> events = journal.stream(run)) {
            events.map(recorded -> recorded.event())
                    .filter(LabEvent.StepEnded.class::isInstance)
                    .map(event -> ((LabEvent.StepEnded) event).outcome())
                    .filter(Outcome.Done.class::isInstance)
                    .map(outcome -> outcome.provenance().inputs())
                    .filter(inputs -> inputs.has("number"))
                    .forEach(inputs ->
                            numbers.add(Math.round(inputs.quantity("number").in("1"))));
        }
        return new HashSet<>(numbers);
    }

    Tallies plus(Tallies other) {
        return new Tallies(done + other.done, lost + other.lost, doubled + other.doubled, stopped + other.stopped);
    }
}
