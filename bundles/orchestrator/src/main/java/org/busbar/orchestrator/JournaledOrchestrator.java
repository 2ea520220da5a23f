package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.device.Device;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.SafetyStop;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.plug.Agents;
import org.busbar.plug.Shelf;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The orchestrator: a thread per run, a journal entry before and after each step, so that after a crash it is known what
 * is done, what is not and what is unknown.
 */
@Component(service = Orchestrator.class, immediate = true)
public final class JournaledOrchestrator implements Orchestrator {

    private final Journal journal;
    private final Workshop workshop;
    private final Shelf<Analysis> analyses;
    private final Stepping stepping;
    private final ExecutorService threads;
    private final Map<String, RunExecution> open = new LinkedHashMap<>(); // guarded by this
    private final Map<Object, Bench> benches = Collections.synchronizedMap(new IdentityHashMap<>());

    /** Takes up every run that the journal says is open. */
    @Activate
    public JournaledOrchestrator(@Reference Journal journal) {
        this.journal = journal;
        this.workshop = new Workshop(journal::append);
        this.analyses = new Shelf<>("analysis", journal::append);
        this.stepping = new Stepping(workshop, analyses);
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(work -> new Thread(work, "run-" + count.incrementAndGet()));
        journal.of(LabEvent.SAFETY).stream()
                .map(recorded -> recorded.event())
                .reduce((earlier, later) -> later)
                .filter(LabEvent.SafetyStopped.class::isInstance)
                .ifPresent(stopped -> workshop.latch(((LabEvent.SafetyStopped) stopped).reason()));
        for (String id : journal.open(LabEvent.RunBegun.class, Set.of(LabEvent.RunEnded.class))) {
            RunHistory history = RunHistory.of(journal.of(id));
            start(new RunExecution(history.run(), history, journal, stepping));
        }
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
        Bench bench;
        try {
            bench = new Bench(agent, device);
        } catch (RuntimeException | LinkageError e) {
            journal.append(new LabEvent.Faulted(
                    Instant.now(),
                    agent.id(),
                    "The device " + agent.id() + " cannot say what it can do (" + e + ") and is not used; mend "
                            + agent.bundle() + " " + agent.version()));
            return;
        }
        benches.put(registration, bench);
        workshop.add(bench);
    }

    /** Takes a device away; returns when its driver has come to rest, at the latest after five seconds. */
    public void remove(Object registration) {
        Bench bench = benches.remove(registration);
        if (bench != null) {
            workshop.remove(bench);
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAnalysis(Analysis analysis, ServiceReference<Analysis> reference) {
        add(analysis, Agents.of(reference), reference);
    }

    void removeAnalysis(ServiceReference<Analysis> reference) {
        analyses.remove(reference, Agents.id(reference));
    }

    /** Puts an analysis to work. */
    public void add(Analysis analysis, Agent agent, Object registration) {
        analyses.add(analysis, agent, registration);
    }

    @Override
    public void submit(Run run) {
        synchronized (this) {
            if (open.containsKey(run.id()) || journal.knows(run.id())) {
                return;
            }
            new SequenceCheck(run, stepping::capability).require();
            journal.append(new LabEvent.RunBegun(Instant.now(), run));
            start(new RunExecution(run, null, journal, stepping));
        }
    }

    private void start(RunExecution execution) {
        String id = execution.definition().id();
        synchronized (this) {
            open.put(id, execution);
        }
        threads.execute(() -> {
            execution.run();
            if (execution.progress().state().isFinal()) {
                synchronized (this) {
                    open.remove(id);
                }
            }
        });
    }

    @Override
    public void abort(String run, String reason) {
        RunExecution execution = execution(run);
        if (execution != null) {
            execution.abort(reason);
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
        if (settlement instanceof Settlement.Happened happened) {
            execution.definition().sequence().steps().stream()
                    .filter(one -> one.id().equals(step))
                    .findFirst()
                    .flatMap(stepping::capability)
                    .ifPresent(capability -> capability.checkOutputs(happened.outputs()));
        }
        execution.settle(step, settlement, by);
    }

    private synchronized @Nullable RunExecution execution(String run) {
        return open.get(run);
    }

    @Override
    public synchronized List<Progress> open() {
        return open.values().stream().map(RunExecution::progress).toList();
    }

    @Override
    public List<Station> stations() {
        List<Station> stations = new ArrayList<>();
        workshop.benches().values().forEach(bench -> stations.add(station(bench)));
        workshop.missing()
                .forEach((id, waiting) -> stations.add(new Station(
                        id,
                        Station.State.DRIVER_MISSING,
                        "Steps wait for it, and no plug-in and configuration bring it",
                        Instant.now(),
                        Agent.named(id),
                        List.of(),
                        waiting)));
        return stations;
    }

    private Station station(Bench bench) {
        String id = bench.agent().id();
        String doing = bench.doing();
        Station.State state = workshop.isQuiesced(id)
                ? Station.State.QUIESCING
                : workshop.isTaken(bench) ? Station.State.BUSY : Station.State.IDLE;
        String detail = workshop.latched().isEmpty() ? doing : "safety-stop: " + workshop.latched();
        return new Station(
                id,
                state,
                detail,
                bench.since(),
                bench.agent(),
                bench.actions().stream().map(action -> action.capability()).toList(),
                workshop.waiting(bench));
    }

    @Override
    public boolean quiesce(String device, Duration patience) throws InterruptedException {
        return workshop.quiesce(device, patience);
    }

    @Override
    public void resume(String device) {
        workshop.resume(device);
    }

    @Override
    public List<SafetyStop> safetyStop(String by, String reason) {
        workshop.latch(reason);
        List<SafetyStop> answers = SafetyRound.through(workshop.benches().values());
        journal.append(new LabEvent.SafetyStopped(Instant.now(), by, reason));
        return answers;
    }

    @Override
    public void clearSafetyStop(String by, String reason) {
        if (!workshop.latched().isEmpty()) {
            journal.append(new LabEvent.SafetyCleared(Instant.now(), by, reason));
            workshop.unlatch();
        }
    }

    /** Interrupts what runs and leaves the runs open; they are taken up again at the next start. */
    @Deactivate
    public void close() throws InterruptedException {
        synchronized (this) {
            open.values().forEach(RunExecution::suspend);
        }
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.SECONDS);
    }
}
