package org.busbar.orchestrator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Bar;
import org.busbar.api.experiment.Input;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Step;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run from its first step to its end: the steps, then the clean-up if it ends before its time. */
final class RunExecution implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);

    private final Run run;
    private final RunControl control = new RunControl();
    private final Questions questions;
    private final RunHistory history;
    private final Equipment equipment;
    private final Instant submitted = Instant.now();
    private volatile LabEvent.@Nullable RunEnded ended;
    private volatile boolean cancelled;

    /** @param history how far the run had come before the server was stopped */
    RunExecution(RunHistory history, Equipment equipment) {
        this.run = history.run();
        this.history = history;
        this.equipment = equipment;
        this.questions = new Questions(run, equipment.journal());
        if (history.hasBegun()) {
            control.begin();
        }
        if (history.isPaused()) {
            control.pause();
        }
        if (history.ending() != null) {
            new Ordering(this).end(history.ending());
        }
    }

    Run definition() {
        return run;
    }

    RunControl control() {
        return control;
    }

    Questions questions() {
        return questions;
    }

    boolean hasEnded() {
        return ended != null;
    }

    /** Never begins; said before the control is told to end. */
    void cancel() {
        cancelled = true;
    }

    @Override
    public void run() {
        Branch branch = new Branch(new RunContext(run, history, control, questions, equipment));
        control.enter();
        try {
            Frame frame = Frame.of(null, run.sequence(), run.inputs(), "", history);
            LabEvent.RunEnded end = attempt(branch, frame);
            if (end != null) {
                branch.write(end);
                ended = end;
            } else {
                branch.flush();
            }
        } finally {
            control.leave();
        }
    }

    /** How the run ends; null if it is left open for the next server. */
    private LabEvent.@Nullable RunEnded attempt(Branch branch, Frame frame) {
        try {
            new Interpreter(branch).steps(run.sequence().steps(), frame);
            return ended(Run.State.COMPLETED, frame.values(run.sequence().outputs(), equipment.readings()), "");
        } catch (StepFailed e) {
            control.tell(RunControl.Mode.FAIL, e.reason());
        } catch (InterruptedException e) {
            LOG.debug("Run {} is to end", run.id());
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            LOG.error("Run {} ends by a fault of the orchestrator", run.id(), e);
            control.tell(RunControl.Mode.FAIL, "a fault of the orchestrator, see its log: " + e);
        }
        return control.isSuspended() ? null : early(branch, frame);
    }

    private LabEvent.@Nullable RunEnded early(Branch branch, Frame frame) {
        if (cancelled) {
            return ended(Run.State.CANCELLED, Values.none(), control.reason());
        }
        history.lost().forEach(lost -> giveUp(branch, lost));
        String dirt = control.mode() == RunControl.Mode.HALT ? null : cleanUp(branch, frame);
        if (control.isSuspended()) {
            return null;
        }
        return dirt == null ? ending(frame) : ended(Run.State.FAILED, Values.none(), dirt);
    }

    private LabEvent.RunEnded ending(Frame frame) {
        String reason = control.reason();
        return switch (control.mode()) {
            case STOP ->
                new LabEvent.RunEnded(
                        Instant.now(), run.id(), Run.State.COMPLETED, soFar(frame), reason, Run.Flag.STOPPED_EARLY);
            case HALT ->
                new LabEvent.RunEnded(
                        Instant.now(), run.id(), Run.State.ABORTED, Values.none(), reason, Run.Flag.HALTED);
            case ABORT -> ended(Run.State.ABORTED, Values.none(), reason);
            default -> ended(Run.State.FAILED, Values.none(), reason);
        };
    }

    /** An action the last server left at work, in a run that was told to end: nobody asks, but somebody has to look. */
    private void giveUp(Branch branch, LabEvent.StepBegun lost) {
        branch.lost(lost);
        branch.bar(
                lost.agent().id(),
                Bar.Kind.UNVERIFIED,
                "the server stopped while it was at work on step " + lost.step() + " of run " + run.id());
    }

    /** What went wrong with the clean-up; null if nothing did. */
    private @Nullable String cleanUp(Branch branch, Frame frame) {
        List<Step> steps = run.sequence().cleanup();
        if (steps.isEmpty() || !control.hasBegun()) {
            return null;
        }
        control.clean();
        try {
            new Interpreter(branch).steps(steps, frame.using(null));
            return null;
        } catch (StepFailed e) {
            return control.reason() + "; and the clean-up failed: " + e.reason();
        } catch (InterruptedException e) {
            return null; // halted meanwhile, or the server stops
        }
    }

    private LabEvent.RunEnded ended(Run.State state, Values outputs, String reason) {
        return new LabEvent.RunEnded(Instant.now(), run.id(), state, outputs, reason);
    }

    /** The outputs that can be given, of a run that was stopped early. */
    private Values soFar(Frame frame) {
        Map<String, Value> outputs = new LinkedHashMap<>();
        for (Map.Entry<String, Input> output : run.sequence().outputs().entrySet()) {
            frame.known(output.getValue()).ifPresent(value -> outputs.put(output.getKey(), value));
        }
        return new Values(outputs);
    }

    Progress progress() {
        List<Progress.Activity> doing = control.doing();
        Progress.Activity last = doing.isEmpty()
                ? new Progress.Activity("", "begins", submitted, java.time.Duration.ZERO)
                : doing.get(doing.size() - 1);
        return new Progress(run, state(), last.step(), last.detail(), last.since(), doing);
    }

    private Run.State state() {
        LabEvent.RunEnded end = ended;
        if (end != null) {
            return end.state();
        }
        if (control.mode() != RunControl.Mode.GO) {
            return Run.State.STOPPING;
        }
        if (questions.isRecovering()) {
            return Run.State.RECOVERING;
        }
        if (control.isPaused()) {
            return control.flights().stream().allMatch(Flight::isPaused) ? Run.State.PAUSED : Run.State.PAUSING;
        }
        return control.hasBegun() ? Run.State.RUNNING : Run.State.QUEUED;
    }
}
