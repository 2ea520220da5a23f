package org.busbar.rest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Progress;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.experiment.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * A run with all that came of it, as told by its events.
 *
 * @param step the step it is at; empty before the first and after the last
 * @param reason why it ended as it did, or what it does or waits for
 * @param steps every attempt at a step, oldest first
 */
record RunView(
        String id,
        Run.State state,
        String step,
        String reason,
        String askedBy,
        Instant begun,
        @Nullable Instant ended,
        Sequence sequence,
        Values inputs,
        Values outputs,
        List<Attempt> steps) {

    /** One attempt at a step; what has not come yet is null. */
    record Attempt(
            String step,
            Agent agent,
            Values inputs,
            Instant begun,
            @Nullable Instant ended,
            @Nullable Outcome outcome,
            @Nullable Settlement settlement,
            String settledBy) {}

    /** The run these events tell of; empty if they tell of none. */
    static Optional<RunView> of(List<Recorded> events) {
        RunView view = null;
        for (Recorded recorded : events) {
            if (recorded.event() instanceof LabEvent.RunBegun e) {
                view = begun(e);
            } else if (view != null && recorded.event() instanceof LabEvent.OfRun e) {
                view = view.after(e);
            }
        }
        return Optional.ofNullable(view);
    }

    private static RunView begun(LabEvent.RunBegun e) {
        Run run = e.begun();
        return new RunView(
                run.id(),
                Run.State.RUNNING,
                "",
                "",
                run.askedBy(),
                e.time(),
                null,
                run.sequence(),
                run.inputs(),
                Values.none(),
                List.of());
    }

    /** This run as far as the orchestrator says it has come. */
    RunView at(Progress progress) {
        return new RunView(
                id,
                progress.state(),
                progress.step(),
                progress.detail(),
                askedBy,
                begun,
                ended,
                sequence,
                inputs,
                outputs,
                steps);
    }

    private RunView after(LabEvent.OfRun event) {
        if (event instanceof LabEvent.RunEnded e) {
            return new RunView(
                    id, e.state(), "", e.reason(), askedBy, begun, e.time(), sequence, inputs, e.outputs(), steps);
        }
        return new RunView(id, state, step, reason, askedBy, begun, ended, sequence, inputs, outputs, attempts(event));
    }

    private List<Attempt> attempts(LabEvent.OfRun event) {
        List<Attempt> attempts = new ArrayList<>(steps);
        if (event instanceof LabEvent.StepBegun e) {
            attempts.add(new Attempt(e.step(), e.agent(), e.inputs(), e.time(), null, null, null, ""));
        } else if (event instanceof LabEvent.StepEnded e) {
            ended(e, attempts);
        } else if (event instanceof LabEvent.StepSettled e) {
            replaceLast(attempts, e.step(), a -> settled(a, e));
        }
        return List.copyOf(attempts);
    }

    /** A step that was refused before it began has no attempt yet. */
    private static void ended(LabEvent.StepEnded e, List<Attempt> attempts) {
        boolean open = attempts.stream().anyMatch(a -> a.step().equals(e.step()) && a.outcome() == null);
        if (!open) {
            var p = e.outcome().provenance();
            attempts.add(new Attempt(e.step(), p.agent(), p.inputs(), p.started(), null, null, null, ""));
        }
        replaceLast(attempts, e.step(), a -> with(a, e));
    }

    private static Attempt with(Attempt a, LabEvent.StepEnded e) {
        return new Attempt(a.step(), a.agent(), a.inputs(), a.begun(), e.time(), e.outcome(), null, "");
    }

    private static Attempt settled(Attempt a, LabEvent.StepSettled e) {
        return new Attempt(a.step(), a.agent(), a.inputs(), a.begun(), a.ended(), a.outcome(), e.settlement(), e.by());
    }

    private static void replaceLast(List<Attempt> attempts, String step, UnaryOperator<Attempt> change) {
        for (int i = attempts.size() - 1; i >= 0; i--) {
            if (attempts.get(i).step().equals(step)) {
                attempts.set(i, change.apply(attempts.get(i)));
                return;
            }
        }
    }
}
