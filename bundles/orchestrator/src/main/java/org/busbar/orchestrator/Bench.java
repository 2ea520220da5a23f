package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.busbar.api.Values;
import org.busbar.api.device.Action;
import org.busbar.api.device.Device;
import org.busbar.api.experiment.Agent;
import org.jspecify.annotations.Nullable;

/** A device, its actions, and what it does just now: one thing at a time. */
final class Bench {

    private final Agent agent;
    private final Device device;
    private final List<Action> actions;
    private final Executor threads;
    private final Readiness readiness;
    private boolean busy; // guarded by this, as all below
    private @Nullable Performance performance;
    private boolean gone;
    private String doing = "";
    private Instant since = Instant.now();

    /** Asks the device for its actions once; whatever it throws is thrown on. */
    Bench(Agent agent, Device device, Executor threads) {
        this.agent = agent;
        this.device = device;
        this.actions = List.copyOf(device.actions());
        this.threads = threads;
        this.readiness = new Readiness(hasSelfTest(device));
    }

    /** A device without a self-test of its own is ready as soon as it is there. */
    private static boolean hasSelfTest(Device device) {
        try {
            return device.getClass().getMethod("selfTest").getDeclaringClass() != Device.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every device has a self-test", e);
        }
    }

    Readiness readiness() {
        return readiness;
    }

    Agent agent() {
        return agent;
    }

    String id() {
        return agent.id();
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

    synchronized boolean isGone() {
        return gone;
    }

    /** How long it may take to stop. */
    Duration stopBound() {
        return device.stopBound();
    }

    /**
     * Waits until the device has ended what it does, and keeps it for one call of {@link #start} or {@link #leave};
     * false if it is taken away before.
     *
     * @param what it is to do, as people call it
     */
    boolean enter(String what) throws InterruptedException {
        return enter(what, true);
    }

    /** The same, if it does nothing just now; false if it does, or is taken away. */
    boolean tryEnter(String what) throws InterruptedException {
        return enter(what, false);
    }

    /** Has the device do what it was kept for. */
    Performance start(Callable<Values> call) {
        Performance begun = Performance.begin(call, this::leave, threads);
        synchronized (this) {
            if (busy) {
                performance = begun;
            }
            if (gone) {
                begun.interrupt(agent.id() + " is taken away");
            }
        }
        return begun;
    }

    private synchronized boolean enter(String what, boolean patient) throws InterruptedException {
        while (busy && !gone && patient) {
            wait();
        }
        if (gone || busy) {
            return false;
        }
        busy = true;
        doing = what;
        since = Instant.now();
        return true;
    }

    /** Says more of what it does. */
    synchronized void remark(String what) {
        if (busy) {
            doing = what;
        }
    }

    synchronized void leave() {
        busy = false;
        performance = null;
        doing = "";
        since = Instant.now();
        notifyAll();
    }

    /** Says why whatever it does will be told to stop in a moment. */
    synchronized void forewarn(String reason) {
        if (performance != null) {
            performance.forewarn(reason);
        }
    }

    /** Tells whatever it does to stop. */
    synchronized void interrupt(String reason) {
        if (performance != null) {
            performance.interrupt(reason);
        }
    }

    /** The device is being taken away: stops what it does and gives it its bound to come to rest. */
    synchronized void vanish() {
        gone = true;
        interrupt(agent.id() + " is taken away");
        notifyAll();
        long end = System.nanoTime() + stopBound().toNanos();
        try {
            while (busy && System.nanoTime() < end) {
                wait(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
