package org.busbar.orchestrator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Value;
import org.busbar.api.experiment.Condition;
import org.busbar.api.experiment.Input;

/** Looks whether conditions hold. */
final class Conditions {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Readings readings;

    Conditions(Readings readings) {
        this.readings = readings;
    }

    /**
     * Whether it holds; waits until its channels can be read.
     *
     * @throws IllegalArgumentException if that cannot be said; the message says why
     */
    boolean holds(Condition condition, Frame frame) throws InterruptedException {
        return condition.holds(frame.value(condition.left(), readings), frame.value(condition.right(), readings));
    }

    /** What of these does not hold before an action begins, as a sentence; empty if all do. */
    Optional<String> broken(List<Frame.Guard> guards) throws InterruptedException {
        for (Frame.Guard guard : guards) {
            Value left = guard.frame().value(guard.condition().left(), readings);
            Value right = guard.frame().value(guard.condition().right(), readings);
            if (!guard.condition().holds(left, right)) {
                return Optional.of(told(guard.condition(), left, right));
            }
        }
        return Optional.empty();
    }

    /**
     * What of these has broken while {@code device} is at work, whose own channels cannot be read meanwhile; what
     * cannot be read counts as broken.
     */
    Optional<String> brokenMeanwhile(List<Frame.Guard> guards, String device) throws InterruptedException {
        for (Frame.Guard guard : guards) {
            try {
                Optional<Value> left = current(guard, guard.condition().left(), device);
                Optional<Value> right = current(guard, guard.condition().right(), device);
                if (left.isPresent() && right.isPresent() && !guard.condition().holds(left.get(), right.get())) {
                    return Optional.of(told(guard.condition(), left.get(), right.get()));
                }
            } catch (IllegalArgumentException e) {
                return Optional.of("an interlock cannot be checked: " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    private Optional<Value> current(Frame.Guard guard, Input input, String working) throws InterruptedException {
        if (input instanceof Input.Reading reading) {
            String device = guard.frame().device(reading.device());
            return device.equals(working) ? Optional.empty() : readings.current(device, reading.channel());
        }
        return Optional.of(guard.frame().value(input, readings));
    }

    private static String told(Condition condition, Value left, Value right) {
        return name(condition.left()) + left + " is not " + condition.relation().sign() + " " + right;
    }

    private static String name(Input input) {
        return input instanceof Input.Reading reading ? reading.device() + ":" + reading.channel() + " = " : "";
    }

    /** Waits until every suspender has held for its time, if one is broken now. */
    void awaitSuspenders(Branch branch, String path, Frame frame) throws InterruptedException {
        for (Frame.Watch watch : frame.suspenders()) {
            Frame.Guard guard = new Frame.Guard(watch.suspender().condition(), watch.frame());
            Optional<String> why = broken(List.of(guard));
            if (why.isPresent()) {
                branch.flush();
                awaitSettled(branch, path, guard, watch.suspender().settling(), why.get());
            }
        }
    }

    private void awaitSettled(Branch branch, String path, Frame.Guard guard, Duration settling, String first)
            throws InterruptedException {
        long held = -1;
        String why = first;
        while (held < 0 || System.nanoTime() - held < settling.toNanos()) {
            branch.control().tell(path, "suspended: " + why);
            Thread.sleep(Math.min(LOOK_AGAIN.toMillis(), Math.max(1, settling.toMillis() / 2)));
            branch.checkpoint(path);
            Optional<String> now = broken(List.of(guard));
            if (now.isPresent()) {
                held = -1;
                why = now.get();
            } else if (held < 0) {
                held = System.nanoTime();
                why = "holds again, is watched for " + Wording.duration(settling);
            }
        }
    }
}
