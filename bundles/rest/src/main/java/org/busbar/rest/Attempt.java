package org.busbar.rest;

import java.time.Instant;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.inventory.Effect;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a step; what has not come yet is null or empty.
 *
 * @param number its place among all attempts of the run, from 1
 * @param step the path of the step
 * @param attempt from 1; more if the step was tried again
 * @param device the {@code lab.id} of the device or analysis; empty while a person is asked
 * @param outputs what it gave, as the device or a person said
 * @param question what a person is or was asked about it; empty if nothing
 * @param effects what it did to samples and stocks
 */
record Attempt(
        long number,
        String step,
        State state,
        int attempt,
        String device,
        Agent agent,
        Values inputs,
        Values outputs,
        Instant begun,
        @Nullable Instant ended,
        @Nullable Outcome outcome,
        String question,
        @Nullable Settlement settlement,
        String settledBy,
        List<Effect> effects) {

    /** What came of it so far. */
    enum State {
        RUNNING,
        /** A person has to answer. */
        ASKING,
        DONE,
        FAILED,
        STOPPED,
        UNKNOWN
    }

    static Attempt begun(long number, LabEvent.StepBegun e) {
        return fresh(number, e.step(), State.RUNNING, e.attempt(), e.agent(), e.inputs(), e.time(), "");
    }

    /** A step that was refused before it began. */
    static Attempt refused(long number, LabEvent.StepEnded e) {
        Provenance p = e.outcome().provenance();
        return fresh(number, e.step(), State.RUNNING, 1, p.agent(), p.inputs(), p.started(), "")
                .with(e);
    }

    /** A step that asks by design. */
    static Attempt asking(long number, LabEvent.StepAsked e) {
        return fresh(number, e.step(), State.ASKING, 1, Agent.named(""), Values.none(), e.time(), e.text());
    }

    private static Attempt fresh(
            long number,
            String step,
            State state,
            int attempt,
            Agent agent,
            Values inputs,
            Instant begun,
            String question) {
        return new Attempt(
                number,
                step,
                state,
                attempt,
                agent.id(),
                agent,
                inputs,
                Values.none(),
                begun,
                null,
                null,
                question,
                null,
                "",
                List.of());
    }

    Attempt with(LabEvent.StepEnded e) {
        Values given = e.outcome() instanceof Outcome.Done done ? done.outputs() : Values.none();
        return next(state(e.outcome()), given, e.time(), e.outcome(), question, settlement, settledBy, e.effects());
    }

    private static State state(Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            return State.DONE;
        }
        if (outcome instanceof Outcome.Failed) {
            return State.FAILED;
        }
        return outcome instanceof Outcome.Stopped ? State.STOPPED : State.UNKNOWN;
    }

    /** A person is asked about an attempt whose end was never heard of, or whose outcome needs a decision. */
    Attempt with(LabEvent.StepAsked e) {
        State asked = state == State.RUNNING ? State.UNKNOWN : state;
        return next(asked, outputs, ended, outcome, e.text(), settlement, settledBy, effects);
    }

    /** What a person says happened is what came of it. */
    Attempt with(LabEvent.StepSettled e) {
        Instant end = ended == null ? e.time() : ended;
        if (e.settlement() instanceof Settlement.Happened happened) {
            return next(State.DONE, happened.outputs(), end, outcome, question, happened, e.by(), effects);
        }
        return next(notDone(), outputs, end, outcome, question, e.settlement(), e.by(), effects);
    }

    private State notDone() {
        if (state == State.ASKING) {
            return State.FAILED;
        }
        return state == State.RUNNING ? State.UNKNOWN : state;
    }

    private Attempt next(
            State now,
            Values given,
            @Nullable Instant end,
            @Nullable Outcome came,
            String asked,
            @Nullable Settlement said,
            String by,
            List<Effect> did) {
        return new Attempt(
                number, step, now, attempt, device, agent, inputs, given, begun, end, came, asked, said, by, did);
    }
}
