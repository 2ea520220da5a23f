package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.device.Detail;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.device.Errand;
import org.busbar.api.device.People;
import org.busbar.api.event.Journal;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Finding;
import org.busbar.api.experiment.Forecast;
import org.busbar.api.experiment.Inquiry;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.SafetyStop;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.SequenceException;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.inventory.Inventory;
import org.busbar.api.link.LinkListener;
import org.busbar.api.link.LinkStatus;
import org.busbar.api.optimize.Acquisition;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Surrogate;
import org.busbar.check.Outputs;
import org.busbar.check.SequenceCheck;
import org.busbar.forecast.DryRun;
import org.busbar.plug.Agents;
import org.busbar.plug.PartShelves;
import org.busbar.plug.Shelf;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orchestrator: a thread per branch of a run, a journal entry before and after each step, so that after a crash it
 * is known what is done, what is not and what is unknown.
 */
@Component(
        service = {Orchestrator.class, LinkListener.class, People.class},
        immediate = true)
public final class JournaledOrchestrator implements Orchestrator, LinkListener, People {

    private static final Logger LOG = LoggerFactory.getLogger(JournaledOrchestrator.class);

    private final Journal journal;
    private final Resources resources;
    private final Equipment equipment;
    private final ExecutorService threads;
    private final Map<String, RunExecution> open = new LinkedHashMap<>(); // guarded by this
    private final Attendance attendance;
    private final Absences absences = new Absences();

    /** Takes up every run that the journal says is open. */
    @Activate
    public JournaledOrchestrator(@Reference Journal journal, @Reference Inventory inventory) {
        this.journal = journal;
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(work -> new Thread(work, "run-" + count.incrementAndGet()));
        Bars bars = new Bars();
        try (Stream<Recorded> events = journal.of(Set.of(LabEvent.Barred.class, LabEvent.Unbarred.class))) {
            events.forEach(bars::replay);
        }
        this.resources = new Resources(bars);
        this.equipment = new Equipment(
                journal,
                inventory,
                resources,
                new Readings(resources),
                new Readying(resources, this::record, threads),
                new Errands(),
                new Shelf<>("analysis", journal::append),
                new Shelf<>("optimizer", event -> {}), // the campaigns report optimizers and their parts
                new PartShelves(event -> {}),
                this::bar,
                threads);
        this.attendance = new Attendance(resources, equipment.readying(), journal::append, threads);
        latchAgain();
        for (String id : journal.open(LabEvent.RunBegun.class, Set.of(LabEvent.RunEnded.class))) {
            start(new RunExecution(RunHistory.of(journal, id), equipment));
        }
    }

    private void latchAgain() {
        journal.of(LabEvent.SAFETY).stream()
                .map(Recorded::event)
                .reduce((earlier, later) -> later)
                .filter(LabEvent.SafetyStopped.class::isInstance)
                .ifPresent(stopped -> resources.latch(((LabEvent.SafetyStopped) stopped).reason()));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDevice(Device device, ServiceReference<Device> reference) {
        add(device, Agents.of(reference), reference);
    }

    void removeDevice(ServiceReference<Device> reference) {
        remove(reference);
    }

    /** Puts a device to work; {@code registration} names it when it is taken away. */
    public void add(Device device, Agent agent, Object registration) {
        attendance.add(device, agent, registration);
    }

    @Override
    public void awaited(String device, Optional<Detail> code, String reason) {
        absences.note(device, code, reason);
    }

    @Override
    public void reset(String device) {
        attendance.reset(device);
    }

    @Override
    public Values ask(Errand errand) throws DeviceException, InterruptedException {
        return equipment.errands().ask(errand);
    }

    @Override
    public void withdraw(String device) {
        equipment.errands().withdraw(device);
    }

    @Override
    public void on(LinkStatus link) {
        equipment.readying().on(link);
    }

    /** Takes a device away; returns when its driver has come to rest, at the latest after its stop bound. */
    public void remove(Object registration) {
        attendance.remove(registration);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAnalysis(Analysis analysis, ServiceReference<Analysis> reference) {
        add(analysis, Agents.of(reference), reference);
    }

    void removeAnalysis(ServiceReference<Analysis> reference) {
        equipment.analyses().remove(reference, Agents.id(reference));
    }

    /** Puts an analysis to work. */
    public void add(Analysis analysis, Agent agent, Object registration) {
        equipment.analyses().add(analysis, agent, registration);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addOptimizer(Optimizer optimizer, ServiceReference<Optimizer> reference) {
        add(optimizer, Agents.of(reference), reference);
    }

    void removeOptimizer(ServiceReference<Optimizer> reference) {
        equipment.optimizers().remove(reference, Agents.id(reference));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSurrogate(Surrogate surrogate, ServiceReference<Surrogate> reference) {
        parts().add(surrogate, Agents.of(reference), reference);
    }

    void removeSurrogate(ServiceReference<Surrogate> reference) {
        parts().removeSurrogate(reference, Agents.id(reference));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAcquisition(Acquisition acquisition, ServiceReference<Acquisition> reference) {
        parts().add(acquisition, Agents.of(reference), reference);
    }

    void removeAcquisition(ServiceReference<Acquisition> reference) {
        parts().removeAcquisition(reference, Agents.id(reference));
    }

    /** The surrogates and acquisitions that optimizers may take. */
    public PartShelves parts() {
        return equipment.parts();
    }

    /** Puts an optimizer to work. */
    public void add(Optimizer optimizer, Agent agent, Object registration) {
        equipment.optimizers().add(optimizer, agent, registration);
    }

    @Override
    public void submit(Run run) {
        synchronized (this) {
            if (open.containsKey(run.id()) || journal.knows(run.id())) {
                return;
            }
            List<Finding> findings = check(run);
            if (!findings.isEmpty()) {
                throw new SequenceException(run.sequence().name(), findings);
            }
            journal.append(new LabEvent.RunBegun(Instant.now(), run));
            start(new RunExecution(RunHistory.none(run), equipment));
        }
    }

    private void start(RunExecution execution) {
        String id = execution.definition().id();
        synchronized (this) {
            open.put(id, execution);
        }
        threads.execute(() -> {
            execution.run();
            if (execution.hasEnded()) {
                synchronized (this) {
                    open.remove(id);
                }
            }
        });
    }

    @Override
    public List<Finding> check(Run run) {
        return SequenceCheck.of(run, new LabCatalogue(equipment));
    }

    @Override
    public List<Parameter> outputs(Sequence sequence) {
        return Outputs.of(sequence, new LabCatalogue(equipment));
    }

    @Override
    public Forecast forecast(List<Run> runs, int parallel) {
        List<DryRun.Bench> lab = resources.benches().values().stream()
                .map(bench -> new DryRun.Bench(bench.id(), bench.actions()))
                .toList();
        return DryRun.of(runs, parallel, lab, new LabCatalogue(equipment)::analysis);
    }

    @Override
    public void order(String run, Order order) {
        RunExecution execution = execution(run);
        if (execution != null) {
            new Ordering(execution).carryOut(order, journal);
        } else if (!journal.knows(run)) {
            throw new IllegalArgumentException("There is no run " + run);
        }
    }

    @Override
    public void settle(String run, String step, Settlement settlement, String by) {
        RunExecution execution = execution(run);
        if (execution == null) {
            throw new IllegalArgumentException("There is no open run " + run);
        }
        execution.questions().settle(step, settlement, by);
    }

    private synchronized @Nullable RunExecution execution(String run) {
        return open.get(run);
    }

    private synchronized List<RunExecution> executions() {
        return new ArrayList<>(open.values());
    }

    @Override
    public List<Inquiry> inquiries() {
        return executions().stream()
                .flatMap(execution -> execution.questions().open().stream())
                .toList();
    }

    @Override
    public List<Progress> open() {
        return executions().stream().map(RunExecution::progress).toList();
    }

    @Override
    public List<Station> stations() {
        return new Stations(resources, absences).all();
    }

    @Override
    public boolean quiesce(String device, Duration patience) throws InterruptedException {
        return resources.quiesce(device, patience);
    }

    @Override
    public void resume(String device) {
        resources.resume(device);
        attendance.askIfNeeded(device);
    }

    @Override
    public void bar(String device, Bar bar) {
        resources.bar(device, bar); // at once, also when the journal does not work
        journal.append(new LabEvent.Barred(Instant.now(), device, bar));
    }

    @Override
    public void unbar(String device, Bar.Kind kind, String by, String reason) {
        if (kind != Bar.Kind.HOLD && reason.isBlank()) {
            throw new IllegalArgumentException(
                    "To give " + device + " work again, say why that is safe: what was looked at and found");
        }
        if (resources.bars(device).stream().anyMatch(bar -> bar.kind() == kind)) {
            journal.append(new LabEvent.Unbarred(Instant.now(), device, kind, by, reason));
            resources.unbar(device, kind);
            attendance.ask(device);
        }
    }

    @Override
    public List<SafetyStop> safetyStop(String by, String reason) {
        resources.latch(reason);
        List<Bench> told = List.copyOf(resources.benches().values());
        String why = Verdict.SAFETY + " by " + by + ": " + reason;
        told.forEach(bench -> bench.forewarn(why));
        SafetyRound round = SafetyRound.begin(told); // before the many threads that wake when they are interrupted
        told.forEach(bench -> bench.interrupt(why));
        record(new LabEvent.SafetyStopped(Instant.now(), by, reason));
        List<SafetyStop> answers = round.answers();
        answers.stream().filter(answer -> !answer.confirmed()).forEach(answer -> latch(answer, by));
        return answers;
    }

    private void latch(SafetyStop answer, String by) {
        Bar bar = new Bar(Bar.Kind.STOPPED, by, answer.detail(), Instant.now(), Optional.empty());
        resources.bar(answer.device(), bar);
        record(new LabEvent.Barred(Instant.now(), answer.device(), bar));
    }

    /** What was done for safety counts also when it cannot be written down just now: it is as soon as it can. */
    private void record(LabEvent event) {
        try {
            journal.append(event);
        } catch (JournalException e) {
            LOG.error("Not recorded yet: {}", e.getMessage());
            threads.execute(() -> new Pen(journal, detail -> {}).write(event));
        }
    }

    @Override
    public void clearSafetyStop(String by, String reason) {
        if (!resources.latched().isEmpty()) {
            journal.append(new LabEvent.SafetyCleared(Instant.now(), by, reason));
            resources.unlatch();
            attendance.askAll();
        }
    }

    /** Interrupts what runs and leaves the runs open; they are taken up again at the next start. */
    @Deactivate
    public void close() throws InterruptedException {
        equipment.readying().close();
        executions().forEach(execution -> execution.control().suspend());
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }
}
