package org.busbar.lab;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Settlement;

/** The steps of a run that were done, or are so by the word of a person, as provenance of its result. */
final class Passed {

    private static final String ASKED = "ask";

    private final String askedBy;
    private final Map<String, LabEvent.StepBegun> begun = new HashMap<>(); // the last attempt, by path
    private final Map<String, Instant> asked = new HashMap<>();
    private final Map<String, String> capabilities = new HashMap<>();
    private final Map<String, Provenance> passed = new LinkedHashMap<>();

    private Passed(String askedBy) {
        this.askedBy = askedBy;
    }

    /** One for each step that gave something, in the order in which they did. */
    static List<Provenance> provenance(List<Recorded> past, Run run) {
        Passed steps = new Passed(run.askedBy());
        past.forEach(recorded -> steps.note(recorded.event()));
        return List.copyOf(steps.passed.values());
    }

    private void note(LabEvent event) {
        if (event instanceof LabEvent.StepBegun step) {
            begun.put(step.step(), step);
        } else if (event instanceof LabEvent.StepAsked step) {
            asked.put(step.step(), step.time());
        } else if (event instanceof LabEvent.StepEnded step) {
            ended(step);
        } else if (event instanceof LabEvent.StepSettled step
                && step.settlement() instanceof Settlement.Happened happened) {
            passed.put(step.step(), settled(step, happened.outputs()));
        }
    }

    private void ended(LabEvent.StepEnded step) {
        capabilities.put(step.step(), step.outcome().provenance().capability());
        boolean onlyHolds = step.outcome().provenance().agent().equals(Agent.ORCHESTRATOR);
        if (step.outcome() instanceof Outcome.Done done && !onlyHolds) {
            passed.putIfAbsent(step.step(), done.provenance().complete(done.outputs(), askedBy));
        }
    }

    /** What a person said happened; the inputs are those of the last attempt. */
    private Provenance settled(LabEvent.StepSettled step, Values outputs) {
        LabEvent.StepBegun attempt = begun.get(step.step());
        Instant started = attempt == null ? asked.getOrDefault(step.step(), step.time()) : attempt.time();
        return new Provenance(
                step.step(),
                Agent.named(step.by()),
                capabilities.getOrDefault(step.step(), ASKED),
                attempt == null ? Values.none() : attempt.inputs(),
                outputs,
                askedBy,
                started,
                step.time().isBefore(started) ? started : step.time());
    }
}
