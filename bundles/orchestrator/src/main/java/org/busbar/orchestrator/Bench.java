package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.device.DeviceException;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Outcome;
import org.busbar.api.experiment.Provenance;
import org.jspecify.annotations.Nullable;

/** A device and the one thread that works with it. Whose turn it is, is the {@link Workshop}'s business. */
final class Bench {

    /** How long a driver may take to come to rest when it is taken away. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Agent agent;
    private final Device device;
    private final List<Action> actions;
    private @Nullable Thread worker; // guarded by this
    private boolean gone; // guarded by this
    private String doing = ""; // guarded by this
    private Instant since = Instant.now(); // guarded by this

    /** Asks the device for its actions once; whatever it throws is thrown on. */
    Bench(Agent agent, Device device) {
        this.agent = agent;
        this.device = device;
        this.actions = List.copyOf(device.actions());
    }

    Agent agent() {
        return agent;
    }

    Device device() {
        return device;
    }

    List<Action> actions() {
        return actions;
    }

    Optional<Action> action(String name) {
        return actions.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    synchronized String doing() {
        return doing;
    }

    synchronized Instant since() {
        return since;
    }

    /** Has the device do something, in the calling thread; inputs were checked before. */
    Outcome perform(String step, Action action, Values inputs) {
        Instant started = Instant.now();
        if (!arrive(step, action)) {
            return new Outcome.Failed(
                    agent.id() + " was taken away before " + action.name() + " began; nothing was done",
                    made(step, action, inputs, started));
        }
        try {
            return attempt(step, action, inputs, started);
        } finally {
            leave();
        }
    }

    private Outcome attempt(String step, Action action, Values inputs, Instant started) {
        Values outputs;
        try {
            outputs = action.perform(inputs);
        } catch (DeviceException e) {
            return new Outcome.Failed(said(e), made(step, action, inputs, started));
        } catch (InterruptedException e) {
            return new Outcome.Unknown(
                    agent.id() + " was stopped in the middle of " + action.name() + ": look what it did",
                    made(step, action, inputs, started));
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            return new Outcome.Unknown(
                    agent.id() + " broke down in the middle of " + action.name() + " (" + e + "): look what it did",
                    made(step, action, inputs, started));
        }
        return checked(step, action, inputs, outputs, started);
    }

    private Outcome checked(String step, Action action, Values inputs, Values outputs, Instant started) {
        Provenance provenance = made(step, action, inputs, started);
        try {
            action.capability().checkOutputs(outputs);
            return new Outcome.Done(outputs, provenance);
        } catch (IllegalArgumentException | NullPointerException e) {
            return new Outcome.Failed(
                    agent.id() + " completed " + action.name() + " but its driver gave what it does not declare: "
                            + said(e),
                    provenance);
        }
    }

    private Provenance made(String step, Action action, Values inputs, Instant started) {
        return new Provenance(step, agent, action.name(), inputs, started, Instant.now());
    }

    private static String said(Exception e) {
        String message = e.getMessage();
        return message == null ? e.toString() : message;
    }

    private synchronized boolean arrive(String step, Action action) {
        if (gone) {
            return false;
        }
        worker = Thread.currentThread();
        doing = action.name() + " (step " + step + ")";
        since = Instant.now();
        return true;
    }

    private synchronized void leave() {
        worker = null;
        doing = "";
        since = Instant.now();
        // An interruption was meant for the device; a run that is aborted knows it by itself.
        Thread.interrupted();
        notifyAll();
    }

    synchronized boolean isGone() {
        return gone;
    }

    /** The device is being taken away: stops what it does and gives it a while to come to rest. */
    synchronized void vanish() {
        gone = true;
        if (worker != null) {
            worker.interrupt();
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (worker != null && System.nanoTime() < end) {
                wait(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
