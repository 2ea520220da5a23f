package org.busbar.orchestrator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Settlement;
import org.jspecify.annotations.Nullable;

/** How far a run had come, read from its events. */
final class RunHistory {

    private final Map<String, Values> done = new LinkedHashMap<>();
    private @Nullable Run run;
    private LabEvent.@Nullable StepBegun inFlight;
    private boolean repeatable;
    private @Nullable String unsettled;
    private @Nullable String failure;

    static RunHistory of(List<Recorded> events) {
        RunHistory history = new RunHistory();
        events.forEach(recorded -> history.add(recorded.event()));
        return history;
    }

    private void add(LabEvent event) {
        if (event instanceof LabEvent.RunBegun begun) {
            run = begun.begun();
        } else if (event instanceof LabEvent.StepBegun begun) {
            inFlight = begun;
            repeatable = begun.repeatable();
            unsettled = null;
        } else if (event instanceof LabEvent.StepEnded ended) {
            inFlight = null;
            end(ended.step(), ended.outcome());
        } else if (event instanceof LabEvent.StepSettled settled) {
            unsettled = null;
            settle(settled.step(), settled.settlement());
        }
    }

    private void end(String step, Outcome outcome) {
        if (outcome instanceof Outcome.Done ok) {
            done.put(step, ok.outputs());
            unsettled = null;
        } else if (outcome instanceof Outcome.Failed failed) {
            failure = "step " + step + ": " + failed.reason();
        } else if (!repeatable) {
            unsettled = step;
        }
    }

    private void settle(String step, Settlement settlement) {
        if (settlement instanceof Settlement.Happened happened) {
            done.put(step, happened.outputs());
        } else if (settlement instanceof Settlement.GiveUp givenUp) {
            failure = "step " + step + ": " + givenUp.reason();
        }
    }

    Run run() {
        if (run == null) {
            throw new IllegalStateException("A run without a beginning");
        }
        return run;
    }

    /** Outputs of the steps that are done, by id. */
    Map<String, Values> done() {
        return done;
    }

    /** The step that had begun and of which nothing more was heard; null if there is none. */
    LabEvent.@Nullable StepBegun inFlight() {
        return inFlight;
    }

    /** The step whose outcome is unknown and not settled; null if there is none. */
    @Nullable
    String unsettled() {
        return unsettled;
    }

    /** Why the run has failed, if its end was not written any more; null if it has not. */
    @Nullable
    String failure() {
        return failure;
    }
}
