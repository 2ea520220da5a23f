package org.busbar.report;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent.Resolved;
import org.busbar.api.event.LabEvent.StepEnded;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;

/**
 * One step that has ended, well or not.
 *
 * @param lab how long it takes in a real laboratory, in s: its output named {@code duration}; NaN if it gave none
 */
record Performed(Provenance provenance, double lab) {

    private static final Unit SECOND = Unit.of("s");

    /** One attempt at one step; an attempt again has another beginning. */
    private record Attempt(String step, Instant started) {}

    /**
     * The steps of one request, each once: from the run's events, which also tell of failed ones, and from the result,
     * which also tells of those done elsewhere.
     */
    static Collection<Performed> of(List<Recorded> request, List<Recorded> run) {
        Map<Attempt, Performed> steps = new LinkedHashMap<>();
        for (Recorded recorded : run) {
            if (recorded.event() instanceof StepEnded ended) {
                add(steps, ended.outcome().provenance(), lab(ended.outcome()));
            }
        }
        for (Recorded recorded : request) {
            if (recorded.event() instanceof Resolved resolved) {
                resolved.result().provenance().forEach(step -> add(steps, step, Double.NaN));
            }
        }
        return steps.values();
    }

    private static void add(Map<Attempt, Performed> steps, Provenance provenance, double lab) {
        if (provenance.agent().equals(Agent.ORCHESTRATOR)) {
            return; // a loop or a use makes nothing of its own
        }
        steps.putIfAbsent(new Attempt(provenance.step(), provenance.started()), new Performed(provenance, lab));
    }

    private static double lab(Outcome outcome) {
        Values outputs = outcome instanceof Outcome.Done done ? done.outputs() : Values.none();
        return outputs.byName().get("duration") instanceof Quantity q
                        && q.unit().measuresSameAs(SECOND)
                ? q.in(SECOND)
                : Double.NaN;
    }
}
