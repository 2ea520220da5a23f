package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.busbar.api.Capability;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.device.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every driver must hold. Give it a fresh device and, for each action, inputs that work on it. The outcome is
 * written down, see {@link Conformance}.
 */
@ExtendWith({Turns.class, Conformance.class})
public interface DeviceContract {

    /** A device as after activation, with simulated hardware that is quick enough for a test. */
    Device device() throws Exception;

    /** Inputs with which this action succeeds on a fresh device, after {@link #prepare}. */
    Values example(String action) throws Exception;

    /** Brings a fresh device to where {@code action} can be performed; does nothing by default. */
    default void prepare(Device device, String action) throws Exception {}

    /** Inputs with which this action takes at least two seconds; empty if there is no such action. */
    default Values slow(String action) throws Exception {
        return Values.none();
    }

    /** The slow inputs that are tried: the same, or on a real instrument harmless ones. */
    default Values slowTrial(String action) throws Exception {
        return slow(action);
    }

    /**
     * How the outputs of doing an action once and twice differ beyond what the instrument scatters, a sentence each. By
     * default numbers are the same within 10 % of them or 1 % of the declared range, choices if they are equal, and times
     * always.
     */
    default List<String> differences(Capability action, Values once, Values twice) {
        return Sameness.differences(action, once, twice);
    }

    /** The inputs that are tried: the example, or on a real instrument harmless ones. */
    default Values trial(String action) throws Exception {
        return example(action);
    }

    /** Tells that a device made by {@link #device} is done with; does nothing by default. */
    default void done(Device device) throws Exception {}

    @Test
    @Assertion(1)
    default void describes_itself() throws Exception {
        Device device = device();
        Conformance.tell(device);
        Require.that(!device.actions().isEmpty(), "A device without actions is of no use");
        Set<String> names = new HashSet<>();
        for (Action action : device.actions()) {
            Require.that(names.add(action.name()), "Two actions are named " + action.name());
            action.capability().inputs().forEach(input -> Trials.requireLimits(action.name(), input));
            Trials.requireDuration(action, action.expected(trial(action.name())));
        }
        Trials.requireBound(device.stopBound());
        done(device);
    }

    @Test
    @Assertion(1)
    default void describes_itself_always_alike() throws Exception {
        Device device = device();
        assertEquals(
                device.actions().stream().map(Action::capability).toList(),
                device.actions().stream().map(Action::capability).toList());
        done(device);
    }

    @Test
    @Assertion(7)
    default void performs_every_action_in_time_and_gives_what_it_declares() throws Exception {
        for (String name : Trials.names(this)) {
            Device device = Trials.prepared(this, name);
            Action action = Attempt.find(device, name);
            Values inputs = trial(name);
            action.capability().check(inputs);
            long start = System.nanoTime();
            Values outputs = action.perform(inputs);
            Trials.requireTime(action, inputs, Duration.ofNanos(System.nanoTime() - start));
            action.capability().checkOutputs(outputs);
            done(device);
        }
    }

    @Test
    @Assertion(4)
    default void can_do_twice_what_it_says_is_repeatable() throws Exception {
        List<String> different = new ArrayList<>();
        for (String name : Trials.names(this)) {
            Device device = Trials.prepared(this, name);
            Action action = Attempt.find(device, name);
            if (action.isRepeatable()) {
                Values once = action.perform(trial(name));
                List<Trials.Shown> shown = Trials.channels(device);
                different.addAll(differences(action.capability(), once, action.perform(trial(name))));
                different.addAll(Trials.changes(this, shown, Trials.channels(device)));
            }
            done(device);
        }
        assertEquals(List.of(), different, "Twice is not the same as once: such an action is not repeatable");
    }

    @Test
    @Assertion(5)
    default void is_safe_when_idle_however_often_it_is_told() throws Exception {
        Device device = device();
        Trials.requireSafe(device);
        Trials.requireSafe(device);
        done(device);
    }

    @Test
    @Assertion(5)
    default void is_safe_when_many_threads_tell_it() throws Exception {
        Device device = device();
        Trials.requireSafe(device, 8);
        done(device);
    }

    @Test
    @Assertion(5)
    default void is_safe_in_the_middle_of_an_action() throws Exception {
        for (String name : Trials.slow(this)) {
            Device device = Trials.prepared(this, name);
            Attempt attempt = Trials.middle(this, device, name);
            Trials.requireSafe(device);
            Require.that(attempt.endsWithin(Trials.bound(device)), name + " went on after makeSafe");
            assertNull(attempt.outputs(), name + " was complete within the time it should take");
            done(device);
        }
    }

    @Test
    @Assertion(10)
    default void ends_at_once_when_interrupted() throws Exception {
        for (String name : Trials.slow(this)) {
            Device device = Trials.prepared(this, name);
            Attempt attempt = Trials.middle(this, device, name);
            attempt.interrupt();
            Require.that(attempt.endsWithin(Trials.bound(device)), name + " went on after it was interrupted");
            assertInstanceOf(
                    InterruptedException.class, attempt.fault(), name + " did not end by InterruptedException");
            done(device);
        }
    }

    @Test
    @Assertion(10)
    default void tells_that_an_action_was_completed() throws Exception {
        for (String name : Trials.probed(this)) {
            Device device = Trials.prepared(this, name);
            Instant started = Instant.now();
            Attempt.find(device, name).perform(trial(name));
            Fate fate = Trials.fate(device, name, trial(name), started);
            Require.that(
                    fate instanceof Fate.Completed || fate instanceof Fate.Unclear,
                    name + " was completed, and the probe says " + fate);
            done(device);
        }
    }

    @Test
    @Assertion(10)
    default void tells_that_an_action_never_began() throws Exception {
        for (String name : Trials.probed(this)) {
            Device device = Trials.prepared(this, name);
            Fate fate = Trials.fate(device, name, trial(name), Instant.now());
            Require.that(
                    fate instanceof Fate.NotBegun || fate instanceof Fate.Unclear,
                    name + " never began, and the probe says " + fate);
            done(device);
        }
    }

    @Test
    @Assertion(2)
    default void passes_its_self_test() throws Exception {
        Device device = device();
        device.selfTest();
        done(device);
    }
}
