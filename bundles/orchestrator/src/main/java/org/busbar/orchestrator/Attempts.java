package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Settlement;
import org.busbar.api.experiment.Step;
import org.jspecify.annotations.Nullable;

/**
 * Does a step until it is done, as its recovery policy says, taking up what the journal says of it. An action whose
 * outcome is unknown and that is not repeatable is never done again without a person's say.
 */
final class Attempts {

    /** How often a repeatable step of unknown outcome is done before a person is asked. */
    private static final int REPEATS = 3;

    /** One way of doing a step. */
    interface Leaf {

        /** Does it once; a begin is written down before anything is touched, the end is not. */
        Made attempt(int number, Values edits) throws InterruptedException;

        /** What the step gives; empty if that is not known just now. */
        Optional<Capability> capability();

        /** What the device says became of an attempt of which nothing was heard; null if it cannot tell. */
        default @Nullable Settlement probe(LabEvent.StepBegun lost) {
            return null;
        }
    }

    /** What follows: {@code outputs} if the step is done, else it is done again. */
    private record Next(@Nullable Values outputs, Values edits) {
        static Next again(Values edits) {
            return new Next(null, edits);
        }
    }

    private final Branch branch;
    private final Step step;
    private final String path;
    private final Recovery recovery;
    private final Leaf leaf;
    private LabEvent.@Nullable StepBegun begun;
    private int failures;
    private int unknowns;

    Attempts(Branch branch, Step step, String path, Recovery recovery, Leaf leaf) {
        this.branch = branch;
        this.step = step;
        this.path = path;
        this.recovery = recovery;
        this.leaf = leaf;
    }

    /**
     * @return its outputs; none if it failed and that is to be ignored
     * @throws StepFailed if it failed and the run with it
     */
    Values untilDone() throws InterruptedException {
        Past past = branch.history().take(path);
        begun = past.begun();
        failures = Math.max(0, past.attempts() - 1);
        unknowns = failures;
        Next next = past.begun() == null ? Next.again(Values.none()) : takeUp(past);
        for (int attempt = past.attempts() + 1; next.outputs() == null; attempt++) {
            branch.checkpoint(path);
            Made made = leaf.attempt(attempt, next.edits());
            branch.end(path, made);
            next = next(made, next.edits());
        }
        branch.control().done(path);
        return next.outputs();
    }

    private Next takeUp(Past past) throws InterruptedException {
        Values done = past.done();
        if (done != null) {
            return new Next(done, Values.none());
        }
        if (past.settlement() != null) {
            return settled(past.settlement());
        }
        if (past.outcome() != null) {
            return next(Made.of(past.outcome(), past.isRepeatable()), Values.none());
        }
        return next(branch.lost(Objects.requireNonNull(past.begun())), Values.none());
    }

    private Next next(Made made, Values edits) throws InterruptedException {
        Outcome outcome = made.outcome();
        if (outcome instanceof Outcome.Done done) {
            return new Next(done.outputs(), edits);
        }
        if (made.untouched()) {
            return Next.again(edits);
        }
        if (outcome instanceof Outcome.Unknown unknown) {
            return made.repeatable() && ++unknowns < REPEATS && !made.askAnyway()
                    ? Next.again(edits)
                    : ask(unknown.reason());
        }
        String reason =
                outcome instanceof Outcome.Failed failed ? failed.reason() : ((Outcome.Stopped) outcome).reason();
        boolean again = made.repeatable() || outcome instanceof Outcome.Failed;
        return made.askAnyway() ? ask(reason) : recover(reason, again, edits);
    }

    /** @param again whether it may be done again without asking */
    private Next recover(String reason, boolean again, Values edits) throws InterruptedException {
        switch (recovery.policy()) {
            case WAIT:
                return ask(reason);
            case IGNORE:
                return new Next(Values.none(), edits);
            case RETRY:
                if (!again) {
                    return ask(reason);
                }
                if (failures < recovery.times()) {
                    backOff(reason);
                    return Next.again(edits);
                }
                throw new StepFailed(path, reason + " (tried " + (failures + 1) + " times)");
            default:
                throw new StepFailed(path, reason);
        }
    }

    private void backOff(String reason) throws InterruptedException {
        Duration pause = recovery.backoff().multipliedBy(1L << Math.min(failures++, 20)); // 12 days of seconds
        branch.control().tell(path, "is tried again in " + Wording.duration(pause) + ": " + reason);
        branch.flush();
        branch.goOn();
        Thread.sleep(pause.toMillis());
    }

    private Next ask(String reason) throws InterruptedException {
        branch.control().tell(path, reason);
        branch.write(new LabEvent.StepAsked(Instant.now(), branch.run().id(), path, reason));
        Optional<List<Parameter>> form = leaf.capability().map(Capability::outputs);
        branch.goOn();
        return settled(branch.questions().ask(path, reason, form, true, this::probe));
    }

    private @Nullable Settlement probe() {
        LabEvent.StepBegun lost = begun;
        if (lost == null) {
            return null;
        }
        Settlement told = leaf.probe(lost);
        if (told != null) {
            branch.write(new LabEvent.StepSettled(
                    Instant.now(),
                    branch.run().id(),
                    path,
                    told,
                    "probe of " + lost.agent().id()));
        }
        return told;
    }

    private Next settled(Settlement settlement) {
        if (settlement instanceof Settlement.Happened happened) {
            return new Next(happened.outputs(), Values.none());
        }
        if (settlement instanceof Settlement.GiveUp givenUp) {
            throw new StepFailed(path, givenUp.reason());
        }
        unknowns = 0;
        failures = 0;
        return Next.again(((Settlement.Repeat) settlement).edits());
    }

    /** Told by the leaf that it has begun, for a probe later on. */
    void begun(LabEvent.StepBegun event) {
        begun = event;
    }

    static Outcome.Failed refused(String path, Agent agent, String capability, Values inputs, String reason) {
        return new Outcome.Failed(
                reason, new Provenance(path, agent, capability, inputs, Instant.now(), Instant.now()));
    }
}
