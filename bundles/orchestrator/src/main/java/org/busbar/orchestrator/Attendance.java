package org.busbar.orchestrator;

import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.busbar.api.device.Device;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.jspecify.annotations.Nullable;

/** Devices come and go; each is asked whether it is ready before it is given work. */
final class Attendance {

    private final Resources resources;
    private final Readying readying;
    private final Consumer<LabEvent> journal;
    private final Executor threads;
    private final Map<Object, Bench> benches = Collections.synchronizedMap(new IdentityHashMap<>());

    Attendance(Resources resources, Readying readying, Consumer<LabEvent> journal, Executor threads) {
        this.resources = resources;
        this.readying = readying;
        this.journal = journal;
        this.threads = threads;
    }

    /** Puts a device to work; {@code registration} names it when it is taken away. */
    void add(Device device, Agent agent, Object registration) {
        Bench bench;
        try {
            bench = new Bench(agent, device, threads);
        } catch (RuntimeException | LinkageError e) {
            journal.accept(new LabEvent.Faulted(
                    Instant.now(),
                    agent.id(),
                    "The device " + agent.id() + " cannot say what it can do (" + e + ") and is not used; mend "
                            + agent.bundle() + " " + agent.version()));
            return;
        }
        benches.put(registration, bench);
        boolean first = resources.add(bench);
        journal.accept(first ? Comings.appeared(agent) : Comings.refused(agent));
        if (first) {
            askIfNeeded(bench);
        }
    }

    /** Takes a device away; returns when its driver has come to rest, at the latest after its stop bound. */
    void remove(Object registration) {
        Bench bench = benches.remove(registration);
        if (bench == null) {
            return;
        }
        boolean held = resources.holds(bench);
        Optional<Bench> next = resources.remove(bench);
        bench.vanish(); // only when this returns may the driver be deactivated
        if (held) {
            journal.accept(new LabEvent.Vanished(Instant.now(), bench.id(), "device"));
            next.ifPresent(this::succeed);
        }
    }

    private void succeed(Bench bench) {
        journal.accept(Comings.appeared(bench.agent()));
        askIfNeeded(bench);
    }

    /** Asks a device that is not ready, if there is such a device. */
    void askIfNeeded(String device) {
        Bench bench = resources.bench(device);
        if (bench != null) {
            askIfNeeded(bench);
        }
    }

    private void askIfNeeded(Bench bench) {
        if (!bench.readiness().isReady()) {
            readying.ask(bench);
        }
    }

    /** Asks a device that may be given work, if there is such a device. */
    void ask(String device) {
        Bench bench = resources.bench(device);
        if (bench != null) {
            askUnlessBarred(bench);
        }
    }

    /** Asks every device that may be given work. */
    void askAll() {
        resources.benches().values().forEach(this::askUnlessBarred);
    }

    /** @throws IllegalArgumentException if there is no such device */
    void reset(String device) {
        @Nullable Bench bench = resources.bench(device);
        if (bench == null) {
            throw new IllegalArgumentException("There is no device " + device + ", only "
                    + new TreeSet<>(resources.benches().keySet()));
        }
        askUnlessBarred(bench);
    }

    private void askUnlessBarred(Bench bench) {
        if (bench.readiness().isWorthAsking()
                && resources.bars(bench.id()).isEmpty()
                && resources.latched().isEmpty()) {
            readying.ask(bench);
        }
    }
}
