package org.busbar.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.Detail;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Finding;
import org.busbar.api.experiment.Forecast;
import org.busbar.api.experiment.Inquiry;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.SafetyStop;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Verb;
import org.busbar.api.inventory.Effect;

/**
 * One pump, "left", that writes the events of a run when told to {@link #finish} it or to {@link #lose} it. Takes orders
 * as they come, but cancels nothing that has begun.
 */
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
    final List<Inquiry> inquiries = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<Settlement> settled = new ArrayList<>();
    final Map<Bar.Kind, Bar> bars = new EnumMap<>(Bar.Kind.class);
    final List<Run> forecast = new ArrayList<>();
    int parallel;
    boolean gone;
    String stopped = "";
    String reset = "";
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
        open.put(run.id(), new Progress(run, Run.State.RUNNING, step, "is dispensing", NOW, doing(step)));
    }

    private static List<Progress.Activity> doing(String step) {
        return List.of(new Progress.Activity(step, "is dispensing", NOW, Duration.ofSeconds(30)));
    }

    void finish(String id) {
        Run run = open.get(id).run();
        Step step = run.sequence().steps().get(0);
        Values given = Values.of("dispensed", Quantity.of(1, 0.01, "mL"));
        Provenance provenance = new Provenance(step.id(), PUMP, "dispense", run.inputs(), NOW, NOW);
        journal.append(new LabEvent.StepEnded(
                NOW,
                id,
                step.id(),
                new Outcome.Done(given, provenance),
                List.of(new Effect.Used("salt", Quantity.of(1, "mL")))));
        open.remove(id);
        journal.append(new LabEvent.RunEnded(NOW, id, Run.State.COMPLETED, given, ""));
    }

    void lose(String id) {
        Progress progress = open.get(id);
        Provenance provenance = new Provenance(progress.step(), PUMP, "dispense", Values.none(), NOW, NOW);
        journal.append(new LabEvent.StepEnded(NOW, id, progress.step(), new Outcome.Unknown("lost", provenance)));
        open.put(id, new Progress(progress.run(), Run.State.RECOVERING, progress.step(), "lost", NOW));
        inquiries.add(new Inquiry(id, progress.step(), "What did it do?", DISPENSE.outputs(), true, NOW));
    }

    /** Has a step ask by design. */
    void ask(String id, String step, List<Parameter> form) {
        journal.append(new LabEvent.StepAsked(NOW, id, step, "What is the mass?"));
        inquiries.add(new Inquiry(id, step, "What is the mass?", form, false, NOW));
    }

    @Override
    public List<Finding> check(Run run) {
        if (!run.inputs().has("sample")) {
            return List.of(new Finding("", "sample", "input sample is missing"), new Finding("a", "", "is dull"));
        }
        return List.of();
    }

    @Override
    public Forecast forecast(List<Run> runs, int at) {
        forecast.addAll(runs);
        parallel = at;
        List<Forecast.Slot> slots = runs.stream()
                .map(run -> new Forecast.Slot(run.id(), "a", "left", Duration.ZERO, Duration.ofSeconds(90)))
                .toList();
        return new Forecast(
                Duration.ofSeconds(90), slots, "left", Map.of("salt", Quantity.of(3, "g")), List.of("left is free"));
    }

    @Override
    public void order(String run, Order order) {
        Progress progress = open.get(run);
        if (order.verb() == Verb.CANCEL && order.step().isEmpty()) {
            throw new IllegalArgumentException("Run " + run + " has begun and cannot be cancelled; abort it");
        }
        orders.add(order);
        journal.append(new LabEvent.RunOrdered(NOW, run, order));
        if (order.verb() == Verb.PAUSE && progress != null) {
            open.put(run, new Progress(progress.run(), Run.State.PAUSING, progress.step(), "is dispensing", NOW));
        } else if (order.verb() == Verb.ABORT && open.remove(run) != null) {
            journal.append(new LabEvent.RunEnded(NOW, run, Run.State.ABORTED, Values.none(), order.reason()));
        }
    }

    @Override
    public List<Inquiry> inquiries() {
        return List.copyOf(inquiries);
    }

    @Override
    public void settle(String run, String step, Settlement settlement, String by) {
        settled.add(settlement);
        inquiries.removeIf(asked -> asked.run().equals(run) && asked.step().equals(step));
        journal.append(new LabEvent.StepSettled(NOW, run, step, settlement, by));
        open.put(run, new Progress(open.get(run).run(), Run.State.RUNNING, "", "goes on", NOW));
    }

    @Override
    public void bar(String device, Bar bar) {
        bars.put(bar.kind(), bar);
        journal.append(new LabEvent.Barred(NOW, device, bar));
    }

    @Override
    public void unbar(String device, Bar.Kind kind, String by, String reason) {
        if (kind != Bar.Kind.HOLD && reason.isEmpty()) {
            throw new IllegalArgumentException("Say why it is safe to use " + device);
        }
        bars.remove(kind);
        journal.append(new LabEvent.Unbarred(NOW, device, kind, by, reason));
    }

    @Override
    public List<Progress> open() {
        return List.copyOf(open.values());
    }

    @Override
    public List<Station> stations() {
        if (gone) {
            return List.of();
        }
        return List.of(
                new Station(
                        "left",
                        Station.State.IDLE,
                        Optional.empty(),
                        "",
                        NOW,
                        PUMP,
                        List.of(DISPENSE),
                        2,
                        List.copyOf(bars.values())),
                new Station(
                        "right",
                        Station.State.DRIVER_MISSING,
                        Optional.empty(),
                        "no driver",
                        NOW,
                        Agent.named("right"),
                        List.of(),
                        0,
                        List.of()));
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
    public void awaited(String device, Optional<Detail> code, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void reset(String device) {
        if (!device.equals("left")) {
            throw new IllegalArgumentException("There is no device " + device + ", only [left]");
        }
        reset = device;
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
