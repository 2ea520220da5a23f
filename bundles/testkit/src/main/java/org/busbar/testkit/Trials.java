package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.device.Fate;

/** What the tests of a contract do with a device. */
final class Trials {

    /** Longest stop bound that makes sense. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** An action may take so much longer in any case. */
    private static final Duration IN_ANY_CASE = Duration.ofSeconds(1);

    /** Threads need it to come and go on a busy machine. */
    private static final Duration SLACK = Duration.ofMillis(500);

    /** After it, a slow action is in its middle. */
    static final Duration MIDDLE = Duration.ofMillis(300);

    /** What a channel showed. */
    record Shown(Capability channel, Values values) {}

    private Trials() {}

    static Device prepared(DeviceContract contract, String action) throws Exception {
        Device device = contract.device();
        contract.prepare(device, action);
        return device;
    }

    static List<String> names(DeviceContract contract) throws Exception {
        return names(contract, action -> true);
    }

    /** The actions that can be told what became of them. */
    static List<String> probed(DeviceContract contract) throws Exception {
        return names(contract, action -> action.probe().isPresent());
    }

    /** The actions for which there are slow inputs. */
    static List<String> slow(DeviceContract contract) throws Exception {
        return names(contract, action -> !contract.slowTrial(action.name()).isEmpty());
    }

    private interface Condition {
        boolean holds(Action action) throws Exception;
    }

    private static List<String> names(DeviceContract contract, Condition condition) throws Exception {
        Device device = contract.device();
        List<String> names = new ArrayList<>();
        for (Action action : device.actions()) {
            if (condition.holds(action)) {
                names.add(action.name());
            }
        }
        contract.done(device);
        return names;
    }

    /** The actions on which failures are tried. */
    static List<String> failing(DriverContract contract) throws Exception {
        Device device = contract.device();
        List<String> names = contract.failing(device);
        contract.done(device);
        return names;
    }

    /** The first action that does something, and the first that only reads. */
    static List<String> representatives(Device device) {
        return Stream.of(false, true)
                .flatMap(reads -> device.actions().stream()
                        .filter(action -> action.isReading() == reads)
                        .limit(1))
                .map(Action::name)
                .toList();
    }

    static void requireLimits(String action, Parameter input) {
        if (input instanceof Parameter.Real real) {
            Require.that(
                    Double.isFinite(real.min()) && Double.isFinite(real.max()),
                    action + ": the input " + real.name() + " goes from " + real.min() + " to " + real.max() + " "
                            + real.unit().ucum() + "; give it the limits of the instrument");
        }
    }

    /** A channel may be quick enough to count as no time. */
    static void requireDuration(Action action, Duration expected) {
        Require.that(
                !expected.isNegative() && (action.isReading() || !expected.isZero()),
                action.name() + " is expected to take " + expected + "; say how long");
    }

    static void requireTime(Action action, Values inputs, Duration took) {
        Duration expected = action.expected(inputs);
        Require.that(
                took.compareTo(expected.multipliedBy(3).plus(IN_ANY_CASE)) <= 0,
                action.name() + " took " + took + ", which is above three times the expected " + expected
                        + " and a second more");
    }

    static void requireBound(Duration bound) {
        Require.that(
                !bound.isNegative() && !bound.isZero() && bound.compareTo(LONGEST) <= 0,
                "The stop bound is " + bound + "; it is above 0 and up to 10 minutes");
    }

    /** What a device has to stop in. */
    static Duration bound(Device device) {
        return device.stopBound().plus(SLACK);
    }

    static void requireSafe(Device device) throws Exception {
        requireSafe(device, 1);
    }

    /** Passes if so many threads at once are all told within the bound that the device is safe. */
    static void requireSafe(Device device, int threads) throws Exception {
        List<Attempt> told = told(device, threads);
        Instant end = Instant.now().plus(bound(device));
        for (Attempt one : told) {
            Require.that(
                    one.endsWithin(Duration.between(Instant.now(), end)),
                    "makeSafe did not come back within its bound of " + device.stopBound());
            assertNull(one.fault(), "makeSafe threw");
        }
    }

    /** Passes if makeSafe comes back in time, whatever it says. */
    static Attempt requireAnswer(Device device) throws Exception {
        Attempt told = told(device, 1).get(0);
        Require.that(
                told.endsWithin(bound(device)),
                "makeSafe did not come back within its bound of " + device.stopBound()
                        + " while the instrument did not answer");
        return told;
    }

    private static List<Attempt> told(Device device, int threads) {
        Action safe = Action.action("makeSafe").does(inputs -> {
            device.makeSafe();
            return Values.none();
        });
        List<Attempt> told = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            told.add(Attempt.at(() -> List.of(safe), "makeSafe", Values.none()));
        }
        return told;
    }

    /** A slow action in its middle. */
    static Attempt middle(DeviceContract contract, Device device, String action) throws Exception {
        Attempt attempt = Attempt.at(device, action, contract.slowTrial(action));
        attempt.endsWithin(MIDDLE);
        return attempt;
    }

    static Fate fate(Device device, String action, Values inputs, Instant started) throws Exception {
        return Attempt.find(device, action).probe().orElseThrow().look(inputs, started);
    }

    /** What all channels show. */
    static List<Shown> channels(Device device) throws Exception {
        List<Shown> shown = new ArrayList<>();
        for (Action action : device.actions()) {
            if (action.isReading()) {
                shown.add(new Shown(action.capability(), action.perform(Values.none())));
            }
        }
        return shown;
    }

    /** How channels differ after an action was done once and twice. */
    static List<String> changes(DeviceContract contract, List<Shown> once, List<Shown> twice) {
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < once.size(); i++) {
            Shown one = once.get(i);
            changes.addAll(contract.differences(
                    one.channel(), one.values(), twice.get(i).values()));
        }
        return changes;
    }
}
