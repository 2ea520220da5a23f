package org.busbar.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.SafetyStop;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Step;

/** One pump, "left", that writes the events of a run when told to {@link #finish} it or to {@link #lose} it. */
final class FakeOrchestrator implements Orchestrator {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final Agent PUMP = new Agent("left", "org.pump", "1.2.0", "ab", Map.of());
    static final Capability DISPENSE = new Capability(
            "dispense",
            List.of(
                    Parameter.real("volume", "mL", 0, 10),
                    Parameter.whole("strokes", 1, 5),
                    Parameter.specimen("sample")),
            List.of(Parameter.real("dispensed", "mL")));

    final Map<String, Progress> open = new LinkedHashMap<>();
    String stopped = "";
    String cleared = "";
    int submitted;
    private final MemoryJournal journal;

    FakeOrchestrator(MemoryJournal journal) {
        this.journal = journal;
    }

    @Override
    public void submit(Run run) {
        if (!journal.of(run.id()).isEmpty()) {
            return;
        }
        submitted++;
        journal.append(new LabEvent.RunBegun(NOW, run));
        String step = run.sequence().steps().get(0).id();
        journal.append(new LabEvent.StepBegun(NOW, run.id(), step, PUMP, run.inputs(), false));
        open.put(run.id(), new Progress(run, Run.State.RUNNING, step, "is dispensing", NOW));
    }

    void finish(String id) {
        Run run = open.get(id).run();
        Step step = run.sequence().steps().get(0);
        Values given = Values.of("dispensed", Quantity.of(1, 0.01, "mL"));
        Provenance provenance = new Provenance(step.id(), PUMP, "dispense", run.inputs(), NOW, NOW);
        journal.append(new LabEvent.StepEnded(NOW, id, step.id(), new Outcome.Done(given, provenance)));
        open.remove(id);
        journal.append(new LabEvent.RunEnded(NOW, id, Run.State.COMPLETED, given, ""));
    }

    void lose(String id) {
        Progress progress = open.get(id);
        Provenance provenance = new Provenance(progress.step(), PUMP, "dispense", Values.none(), NOW, NOW);
        journal.append(new LabEvent.StepEnded(NOW, id, progress.step(), new Outcome.Unknown("lost", provenance)));
        open.put(id, new Progress(progress.run(), Run.State.RECOVERING, progress.step(), "lost", NOW));
    }

    @Override
    public void abort(String run, String reason) {
        open.remove(run);
        journal.append(new LabEvent.RunEnded(NOW, run, Run.State.ABORTED, Values.none(), reason));
    }

    @Override
    public void settle(String run, String step, Settlement settlement, String by) {
        journal.append(new LabEvent.StepSettled(NOW, run, step, settlement, by));
        open.put(run, new Progress(open.get(run).run(), Run.State.RUNNING, "", "goes on", NOW));
    }

    @Override
    public List<Progress> open() {
        return List.copyOf(open.values());
    }

    @Override
    public List<Station> stations() {
        return List.of(
                new Station("left", Station.State.IDLE, "", NOW, PUMP, List.of(DISPENSE), 0),
                new Station(
                        "right", Station.State.DRIVER_MISSING, "no driver", NOW, Agent.named("right"), List.of(), 0));
    }

    @Override
    public boolean quiesce(String device, Duration patience) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume(String device) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SafetyStop> safetyStop(String by, String reason) {
        stopped = by + ": " + reason;
        return List.of(new SafetyStop("left", true, "stopped"));
    }

    @Override
    public void clearSafetyStop(String by, String reason) {
        cleared = by + ": " + reason;
    }
}
