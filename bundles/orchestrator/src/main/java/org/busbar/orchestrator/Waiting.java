package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.busbar.api.Capability;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.busbar.api.experiment.Recovery;
import org.busbar.api.experiment.Step;

/** Waits for a time or a condition; a wait that a restart cut short goes on with what is left of it. */
final class Waiting implements Attempts.Leaf {

    private static final Agent CLOCK = Agent.named("clock");
    private static final Unit SECOND = Unit.of("s");

    private final Branch branch;
    private final Step.Wait step;
    private final Frame frame;
    private final String path;
    private final Instant before;

    Waiting(Branch branch, Step.Wait step, Frame frame) {
        this.branch = branch;
        this.step = step;
        this.frame = frame;
        this.path = frame.path(step.id());
        Past past = branch.history().past(path);
        this.before = past.begun() != null && past.isLost() ? past.begun().time() : Instant.MAX;
    }

    Values untilDone() throws InterruptedException {
        return new Attempts(branch, step, path, Recovery.FAIL, this).untilDone();
    }

    @Override
    public Optional<Capability> capability() {
        return Optional.empty();
    }

    @Override
    public Made attempt(int number, Values edits) throws InterruptedException {
        try {
            return attempt(number);
        } catch (IllegalArgumentException e) {
            return Made.of(Attempts.refused(path, CLOCK, "wait", Values.none(), String.valueOf(e.getMessage())), false);
        }
    }

    private Made attempt(int number) throws InterruptedException {
        Value time = frame.value(step.time(), branch.equipment().readings());
        if (!(time instanceof Quantity quantity) || !quantity.unit().measuresSameAs(SECOND)) {
            return Made.of(Attempts.refused(path, CLOCK, "wait", Values.none(), time + " is no time to wait"), false);
        }
        Values inputs = Values.of("time", quantity);
        Duration whole = Duration.ofNanos((long) (quantity.in(SECOND) * 1e9));
        Instant started = begun(number, inputs);
        boolean held = waited(left(whole, started), whole);
        Provenance made = new Provenance(path, CLOCK, "wait", inputs, started, Instant.now());
        return Made.of(
                held || step.until().isEmpty()
                        ? new Outcome.Done(Values.none(), made)
                        : new Outcome.Failed("what it waited for has not come within " + Wording.duration(whole), made),
                false);
    }

    private Instant begun(int number, Values inputs) {
        return before.equals(Instant.MAX)
                ? branch.begin(path, CLOCK, inputs, true, number).time()
                : before;
    }

    /** A clock that was set back meanwhile makes it the whole time at most. */
    private static Duration left(Duration whole, Instant started) {
        Duration passed = Duration.between(started, Instant.now());
        return passed.isNegative() ? whole : whole.minus(passed);
    }

    /** Whether the condition came to hold. */
    private boolean waited(Duration time, Duration whole) throws InterruptedException {
        branch.flush();
        branch.tell(path, step.until().isEmpty() ? "waits" : "waits for a condition", whole);
        long end = System.nanoTime() + time.toNanos();
        Conditions conditions = branch.conditions();
        do {
            if (step.until().isPresent() && conditions.holds(step.until().get(), frame)) {
                return true;
            }
            branch.checkpoint(path);
            long left = Math.max(0, (end - System.nanoTime()) / 1_000_000);
            long nap = step.until().isEmpty()
                    ? Math.min(left, 1000)
                    : Math.min(left, step.every().toMillis());
            Thread.sleep(nap);
        } while (System.nanoTime() < end);
        return step.until().isPresent() && conditions.holds(step.until().get(), frame);
    }
}
