package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;
import org.busbar.api.experiment.Step;
import org.busbar.plug.Holders;
import org.jspecify.annotations.Nullable;

/**
 * All benches, and one line of those who wait for one: first come, first served, and whoever cannot be served lets the
 * next one pass. A device serves one at a time. Safe for use by many threads.
 */
final class Workshop {

    private static final class Ticket {
        private final Step.Act act;
        private @Nullable Bench bench; // guarded by the workshop

        Ticket(Step.Act act) {
            this.act = act;
        }
    }

    private final Consumer<LabEvent> report;
    private final Holders<Bench> benches = new Holders<>(); // guarded by this, as all below
    private final Set<Bench> busy = new HashSet<>();
    private final Set<String> quiesced = new HashSet<>();
    private final List<Ticket> line = new ArrayList<>();
    private String latched = "";

    Workshop(Consumer<LabEvent> report) {
        this.report = report;
    }

    void add(Bench bench) {
        boolean first;
        synchronized (this) {
            first = benches.add(bench.agent().id(), bench);
            allot();
        }
        report.accept(first ? appeared(bench.agent()) : refused(bench.agent()));
    }

    /** Takes a bench out once its device has come to rest, at the latest after its bound. */
    void remove(Bench bench) {
        String id = bench.agent().id();
        boolean held;
        Optional<Bench> next;
        synchronized (this) {
            held = benches.holder(id) == bench;
            next = benches.remove(id, bench);
        }
        bench.vanish(); // only when this returns may the driver be deactivated
        synchronized (this) {
            busy.remove(bench);
            allot();
        }
        if (held) {
            report.accept(new LabEvent.Vanished(Instant.now(), id, "device"));
            next.ifPresent(successor -> report.accept(appeared(successor.agent())));
        }
    }

    /**
     * Waits until a device that the step asks for is free, and takes it.
     *
     * @param waiting is told what is waited for
     */
    synchronized Bench take(Step.Act act, Consumer<String> waiting) throws InterruptedException {
        Ticket ticket = new Ticket(act);
        line.add(ticket);
        allot();
        try {
            while (ticket.bench == null) {
                waiting.accept(reason(act));
                wait();
            }
            return ticket.bench;
        } catch (InterruptedException e) {
            line.remove(ticket);
            if (ticket.bench != null) {
                giveBack(ticket.bench);
            }
            throw e;
        }
    }

    synchronized void giveBack(Bench bench) {
        busy.remove(bench);
        allot();
    }

    /** Serves everybody in line who can be served, in order. */
    private void allot() {
        line.removeIf(ticket -> {
            ticket.bench = free(ticket.act).orElse(null);
            if (ticket.bench != null) {
                busy.add(ticket.bench);
            }
            return ticket.bench != null;
        });
        notifyAll();
    }

    /** The free device that suits and has rested longest. */
    private Optional<Bench> free(Step.Act act) {
        return suitable(act)
                .filter(bench -> !busy.contains(bench) && !isHeld(bench))
                .min(Comparator.comparing(Bench::since));
    }

    private Stream<Bench> suitable(Step.Act act) {
        return benches.holders().values().stream()
                .filter(bench -> act.device().isEmpty()
                        ? bench.action(act.action()).isPresent()
                        : bench.agent().id().equals(act.device()));
    }

    private boolean isHeld(Bench bench) {
        return !latched.isEmpty() || quiesced.contains(bench.agent().id());
    }

    private String reason(Step.Act act) {
        String wanted = act.device().isEmpty() ? "a device that can " + act.action() : act.device();
        if (!latched.isEmpty()) {
            return "waits for the safety-stop to be cleared: " + latched;
        }
        return suitable(act).findAny().isEmpty()
                ? "waits for " + wanted + ": no such device is at hand"
                : "waits for " + wanted + " to be free";
    }

    /** See {@link org.busbar.api.experiment.Orchestrator#quiesce}. */
    synchronized boolean quiesce(String id, Duration patience) throws InterruptedException {
        quiesced.add(id);
        long end = System.nanoTime() + patience.toNanos();
        boolean rested = false;
        try {
            rested = awaitRest(id, end);
        } finally {
            if (!rested) {
                resume(id);
            }
        }
        return rested;
    }

    private boolean awaitRest(String id, long end) throws InterruptedException {
        while (isBusy(id) && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        return !isBusy(id);
    }

    private boolean isBusy(String id) {
        Bench bench = benches.holder(id);
        return bench != null && busy.contains(bench);
    }

    synchronized void resume(String id) {
        quiesced.remove(id);
        allot();
    }

    /** Gives no device work until {@link #unlatch}. */
    synchronized void latch(String reason) {
        latched = reason;
        allot();
    }

    synchronized void unlatch() {
        latched = "";
        allot();
    }

    synchronized String latched() {
        return latched;
    }

    synchronized Map<String, Bench> benches() {
        return benches.holders();
    }

    synchronized boolean isQuiesced(String id) {
        return quiesced.contains(id);
    }

    synchronized boolean isTaken(Bench bench) {
        return busy.contains(bench);
    }

    /** Steps in line for exactly this device, or that it could serve. */
    synchronized int waiting(Bench bench) {
        return (int) line.stream()
                .filter(ticket -> suitable(ticket.act).anyMatch(one -> one == bench))
                .count();
    }

    /** Names of devices that steps wait for and that are not at hand. */
    synchronized Map<String, Integer> missing() {
        Map<String, Integer> missing = new TreeMap<>();
        for (Ticket ticket : line) {
            String id = ticket.act.device();
            if (!id.isEmpty() && benches.holder(id) == null) {
                missing.merge(id, 1, Integer::sum);
            }
        }
        return missing;
    }

    private static LabEvent appeared(Agent agent) {
        return new LabEvent.Appeared(Instant.now(), agent.id(), "device", agent);
    }

    private static LabEvent refused(Agent agent) {
        return new LabEvent.Faulted(
                Instant.now(),
                agent.id(),
                "Two devices want to be '" + agent.id() + "': the first keeps the name, the one from " + agent.bundle()
                        + " " + agent.version() + " is not used; give it another lab.id");
    }
}
