package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.junit.jupiter.api.Test;

/** What every driver must hold. Give it a fresh device and, for each action, inputs that work on it. */
public interface DeviceContract {

    /** Longest a driver may take to react to interruption or to {@code makeSafe}. */
    Duration BOUND = Duration.ofSeconds(5);

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

    @Test
    default void describes_itself() throws Exception {
        List<Action> actions = device().actions();
        assertFalse(actions.isEmpty(), "A device without actions is of no use");
        Set<String> names = new HashSet<>();
        for (Action action : actions) {
            assertTrue(names.add(action.name()), "Two actions are named " + action.name());
            assertDistinct(action.name(), action.capability().inputs());
            assertDistinct(action.name(), action.capability().outputs());
        }
    }

    @Test
    default void describes_itself_always_alike() throws Exception {
        Device device = device();
        assertEquals(
                device.actions().stream().map(Action::capability).toList(),
                device.actions().stream().map(Action::capability).toList());
    }

    @Test
    default void performs_every_action_and_gives_what_it_declares() throws Exception {
        for (Action declared : device().actions()) {
            Device device = device();
            prepare(device, declared.name());
            Action action = find(device, declared.name());
            Values inputs = example(action.name());
            action.capability().check(inputs);
            assertTrue(action.expected(inputs).toNanos() >= 0, action.name() + " is expected to take negative time");
            action.capability().checkOutputs(action.perform(inputs));
        }
    }

    @Test
    default void is_safe_when_idle_however_often_it_is_told() throws Exception {
        Device device = device();
        assertTimeoutPreemptively(BOUND, () -> {
            device.makeSafe();
            device.makeSafe();
        });
    }

    @Test
    default void is_safe_in_the_middle_of_an_action() throws Exception {
        for (Action declared : device().actions()) {
            if (!slow(declared.name()).isEmpty()) {
                Device device = device();
                prepare(device, declared.name());
                CompletableFuture<Throwable> end = start(device, declared.name());
                assertTimeoutPreemptively(BOUND, device::makeSafe);
                assertDoesNotThrow(() -> end.get(BOUND.toMillis(), TimeUnit.MILLISECONDS), "The action went on");
            }
        }
    }

    @Test
    default void ends_at_once_when_interrupted() throws Exception {
        for (Action declared : device().actions()) {
            if (!slow(declared.name()).isEmpty()) {
                Device device = device();
                prepare(device, declared.name());
                CompletableFuture<Throwable> end = new CompletableFuture<>();
                Thread worker = work(device, declared.name(), end);
                Thread.sleep(300);
                worker.interrupt();
                assertInstanceOf(
                        InterruptedException.class,
                        end.get(BOUND.toMillis(), TimeUnit.MILLISECONDS),
                        declared.name() + " did not end by InterruptedException");
            }
        }
    }

    @Test
    default void passes_its_self_test() throws Exception {
        device().selfTest();
    }

    private CompletableFuture<Throwable> start(Device device, String action) throws Exception {
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        work(device, action, end);
        Thread.sleep(300);
        return end;
    }

    private Thread work(Device device, String name, CompletableFuture<Throwable> end) throws Exception {
        Action action = find(device, name);
        Values inputs = slow(name);
        Thread worker = new Thread(() -> {
            try {
                action.perform(inputs);
                end.complete(new AssertionError(name + " was complete within the time it should take"));
            } catch (Throwable e) {
                end.complete(e);
            }
        });
        worker.setDaemon(true);
        worker.start();
        return worker;
    }

    private static Action find(Device device, String name) {
        return device.actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertDistinct(String action, List<Parameter> parameters) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            assertTrue(names.add(parameter.name()), action + " has two parameters named " + parameter.name());
        }
    }
}
