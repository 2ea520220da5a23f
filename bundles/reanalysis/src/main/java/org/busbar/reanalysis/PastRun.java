package org.busbar.reanalysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Step;
import org.jspecify.annotations.Nullable;

/**
 * A run as the journal tells of it.
 *
 * @param analysed its analyses that were done, in the order of their ends
 * @param end null while it goes on
 */
record PastRun(Run run, List<Analysed> analysed, LabEvent.@Nullable RunEnded end) {

    PastRun {
        analysed = List.copyOf(analysed);
    }

    /**
     * Reads a run.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    static PastRun read(Journal journal, String id) {
        Reading reading = new Reading();
        try (Stream<Recorded> events = journal.stream(id)) {
            events.forEach(recorded -> reading.take(recorded.event()));
        }
        return reading.finish()
                .orElseThrow(() -> new IllegalArgumentException("There is no run '" + id + "', so nothing of it can be"
                        + " analysed again; busbar runs lists those that there are"));
    }

    /** The analysis that was done there; empty if there was none. */
    Optional<Analysed> at(String path) {
        return analysed.stream().filter(one -> one.path().equals(path)).findFirst();
    }

    /** Takes in the events of a run. */
    private static final class Reading {
        private final Map<String, Analysed> analysed = new LinkedHashMap<>();
        private @Nullable Run run;
        private LabEvent.@Nullable RunEnded end;

        void take(LabEvent event) {
            if (event instanceof LabEvent.RunBegun begun) {
                run = begun.begun();
            } else if (event instanceof LabEvent.RunEnded ended) {
                end = ended;
            } else if (event instanceof LabEvent.StepEnded ended && ended.outcome() instanceof Outcome.Done done) {
                done(ended.step(), done);
            }
        }

        private void done(String path, Outcome.Done done) {
            if (run == null) {
                return;
            }
            Level.find(run.sequence(), path)
                    .filter(found -> found.step() instanceof Step.Analyse)
                    .ifPresent(found -> {
                        analysed.remove(path); // one that was repeated counts where it ended
                        analysed.put(
                                path,
                                new Analysed(
                                        path,
                                        (Step.Analyse) found.step(),
                                        found.level(),
                                        done.provenance().agent(),
                                        done.provenance().inputs(),
                                        done.outputs()));
                    });
        }

        Optional<PastRun> finish() {
            LabEvent.RunEnded ended = end;
            return Optional.ofNullable(run).map(begun -> new PastRun(begun, new ArrayList<>(analysed.values()), ended));
        }
    }
}
