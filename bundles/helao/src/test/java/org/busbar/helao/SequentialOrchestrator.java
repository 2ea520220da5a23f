package org.busbar.helao;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.busbar.api.Capability;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.analysis.Analysis;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.event.Journal;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Finding;
import org.busbar.api.experiment.Forecast;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Inquiry;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.experiment.Order;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.SafetyStop;
import org.busbar.api.experiment.SequenceException;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Station;
import org.busbar.api.experiment.Step;
import org.busbar.api.experiment.Verb;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Question;

/**
 * Performs the steps of each run one after the other, for real, and writes what happens into the journal. After a crash
 * it goes on behind the last step that has begun, and never performs one again.
 */
final class SequentialOrchestrator implements Orchestrator, AutoCloseable {

    final Map<String, Device> devices = new ConcurrentHashMap<>();
    final Map<String, Analysis> analyses = new ConcurrentHashMap<>();
    final Map<String, Optimizer> optimizers = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Map<String, Execution> executions = new ConcurrentHashMap<>();
    private final Journal journal;
    private volatile boolean crashed;

    SequentialOrchestrator(Journal journal) {
        this.journal = journal;
    }

    private final class Execution implements Runnable {
        private final Run run;
        private final Thread thread = new Thread(this);
        private final Map<String, Values> outputs = new LinkedHashMap<>();
        private final Set<String> begun = ConcurrentHashMap.newKeySet();
        private boolean paused;
        private boolean aborted;

        Execution(Run run) {
            this.run = run;
        }

        synchronized void order(Verb verb) {
            paused = verb == Verb.PAUSE || paused && verb != Verb.RESUME;
            if (verb == Verb.ABORT) {
                aborted = true;
                thread.interrupt();
            }
            notifyAll();
        }

        private synchronized void rest() throws InterruptedException {
            while (paused && !aborted) {
                wait();
            }
            if (aborted) {
                throw new InterruptedException();
            }
        }

        @Override
        public void run() {
            try {
                for (Step step : run.sequence().steps()) {
                    rest();
                    perform(step);
                }
                end(Run.State.COMPLETED, "");
            } catch (InterruptedException e) {
                end(Run.State.ABORTED, "told to abort");
            } catch (JournalException e) {
                crashed = true;
            } catch (Exception e) {
                end(Run.State.FAILED, String.valueOf(e.getMessage()));
            }
        }

        private void end(Run.State state, String reason) {
            if (!crashed) {
                executions.remove(run.id());
                journal.append(new LabEvent.RunEnded(Instant.now(), run.id(), state, Values.none(), reason));
            }
        }

        private void perform(Step step) throws Exception {
            if (outputs.containsKey(step.id())) {
                return;
            }
            Map<String, Value> given = new LinkedHashMap<>();
            step.inputs().forEach((name, input) -> given.put(name, value(input)));
            Values inputs = new Values(given);
            Agent agent = Agent.named(step.id());
            boolean again = begun.contains(step.id());
            if (!again) {
                write(new LabEvent.StepBegun(Instant.now(), run.id(), step.id(), agent, inputs, false));
            }
            Provenance provenance = new Provenance(step.id(), agent, "", inputs, Instant.now(), Instant.now());
            try {
                Values gave = again ? fate(step, inputs) : outputs(step, inputs);
                outputs.put(step.id(), gave);
                write(new LabEvent.StepEnded(Instant.now(), run.id(), step.id(), new Outcome.Done(gave, provenance)));
            } catch (DeviceException e) {
                write(new LabEvent.StepEnded(
                        Instant.now(), run.id(), step.id(), new Outcome.Failed(e.getMessage(), provenance)));
                throw e;
            }
        }

        private Value value(Input input) {
            return input instanceof Input.Constant constant
                    ? constant.value()
                    : outputs.get(((Input.Output) input).step()).get(((Input.Output) input).name());
        }

        private Values outputs(Step step, Values inputs) throws Exception {
            if (step instanceof Step.Act act) {
                return act(act, inputs);
            }
            if (step instanceof Step.Analyse analyse) {
                return analyses.get(analyse.analysis()).apply(inputs);
            }
            Step.Suggest suggest = (Step.Suggest) step;
            return optimizers
                    .get(suggest.optimizer())
                    .suggest(new Question(suggest.problem(), suggest.past(), List.of(), 1, 1))
                    .get(0);
        }
    }

    /** Asks the device after an outage; what it has performed is not performed again. */
    private Values fate(Step step, Values inputs) throws Exception {
        Step.Act act = (Step.Act) step;
        boolean performed = ((TestDevice) devices.get(act.device())).performed.contains(act.action() + inputs);
        return performed ? Values.none() : act(act, inputs);
    }

    private void write(LabEvent event) throws InterruptedException {
        if (crashed) {
            throw new InterruptedException();
        }
        journal.append(event);
    }

    private Values act(Step.Act act, Values inputs) throws Exception {
        ReentrantLock lock = locks.computeIfAbsent(act.device(), id -> new ReentrantLock(true));
        lock.lockInterruptibly();
        try {
            Action action = action(act);
            action.capability().check(inputs);
            return action.perform(inputs);
        } finally {
            lock.unlock();
        }
    }

    private Action action(Step.Act act) {
        return devices.get(act.device()).actions().stream()
                .filter(one -> one.name().equals(act.action()))
                .findFirst()
                .orElseThrow();
    }

    /** Goes on with every run that has not ended. */
    void recover() {
        for (String id : journal.open(LabEvent.RunBegun.class, Set.of(LabEvent.RunEnded.class))) {
            Execution execution = null;
            for (var recorded : journal.of(id)) {
                if (recorded.event() instanceof LabEvent.RunBegun begun) {
                    execution = new Execution(begun.begun());
                } else if (recorded.event() instanceof LabEvent.StepBegun begun) {
                    execution.begun.add(begun.step());
                } else if (recorded.event() instanceof LabEvent.StepEnded ended
                        && ended.outcome() instanceof Outcome.Done done) {
                    execution.outputs.put(ended.step(), done.outputs());
                }
            }
            executions.put(id, execution);
            execution.thread.start();
        }
    }

    @Override
    public synchronized void submit(Run run) {
        List<Finding> findings = check(run);
        if (!findings.isEmpty()) {
            throw new SequenceException(run.sequence().name(), findings);
        }
        if (journal.knows(run.id())) {
            return;
        }
        journal.append(new LabEvent.RunBegun(Instant.now(), run));
        Execution execution = new Execution(run);
        executions.put(run.id(), execution);
        execution.thread.start();
    }

    @Override
    public List<Finding> check(Run run) {
        List<Finding> findings = new ArrayList<>();
        for (Step step : run.sequence().steps()) {
            if (step instanceof Step.Analyse analyse && !analyses.containsKey(analyse.analysis())) {
                findings.add(new Finding(step.id(), "", "there is no analysis " + analyse.analysis()));
            }
            if (step instanceof Step.Act act) {
                check(act, findings);
            }
        }
        return findings;
    }

    private void check(Step.Act act, List<Finding> findings) {
        Capability capability = action(act).capability();
        act.inputs().forEach((name, input) -> {
            if (capability.inputs().stream().noneMatch(one -> one.name().equals(name))) {
                findings.add(new Finding(act.id(), name, "there is no such input"));
            } else if (input instanceof Input.Constant constant) {
                capability
                        .parameter(name)
                        .orElseThrow()
                        .refusal(constant.value())
                        .ifPresent(why -> findings.add(new Finding(act.id(), name, why)));
            }
        });
    }

    @Override
    public void order(String run, Order order) {
        Execution execution = executions.get(run);
        if (execution != null) {
            execution.order(order.verb());
        }
    }

    @Override
    public List<Station> stations() {
        return devices.entrySet().stream()
                .map(entry -> new Station(
                        entry.getKey(),
                        Station.State.IDLE,
                        "",
                        Instant.EPOCH,
                        Agent.named(entry.getKey()),
                        entry.getValue().actions().stream()
                                .map(Action::capability)
                                .toList(),
                        0,
                        List.of()))
                .toList();
    }

    /** Ends as a killed process does: nothing more is written. */
    @Override
    public void close() throws InterruptedException {
        crashed = true;
        for (Execution execution : List.copyOf(executions.values())) {
            execution.thread.interrupt();
            execution.thread.join(5_000);
        }
    }

    @Override
    public Forecast forecast(List<Run> runs, int parallel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Inquiry> inquiries() {
        return List.of();
    }

    @Override
    public void settle(String run, String step, Settlement settlement, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Progress> open() {
        return List.of();
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
    public void bar(String device, Bar bar) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unbar(String device, Bar.Kind kind, String by, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SafetyStop> safetyStop(String by, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clearSafetyStop(String by, String reason) {
        throw new UnsupportedOperationException();
    }
}
