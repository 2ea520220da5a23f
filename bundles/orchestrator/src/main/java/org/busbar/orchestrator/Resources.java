package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.busbar.api.experiment.Bar;
import org.busbar.plug.Holders;
import org.jspecify.annotations.Nullable;

/**
 * All devices and positions, and one line of those who wait for some. Whoever is in line takes all it wants at once, so
 * nobody keeps one thing while waiting for another and two runs cannot block each other for ever.
 *
 * <p>The line is served by priority, then first come, first served; whoever cannot be served lets others pass, but not
 * with what only it waits for. A device is taken by name, so that its driver may be exchanged meanwhile. Safe for use by
 * many threads.
 */
final class Resources {

    private final Holders<Bench> benches = new Holders<>(); // guarded by this, as all below
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> working = new HashMap<>();
    private final Set<String> quiesced = new HashSet<>();
    private final List<Ticket> line = new ArrayList<>();
    private final Bars bars;
    private String latched = "";

    Resources(Bars bars) {
        this.bars = bars;
    }

    /** True if the bench holds its name from now on. */
    synchronized boolean add(Bench bench) {
        boolean first = benches.add(bench.id(), bench);
        change();
        return first;
    }

    synchronized boolean holds(Bench bench) {
        return benches.holder(bench.id()) == bench;
    }

    /** The bench that has the name now, if there is one. */
    synchronized Optional<Bench> remove(Bench bench) {
        Optional<Bench> next = benches.remove(bench.id(), bench);
        change();
        return next;
    }

    /** Takes all at once if it can be had just now and nobody waits for it. */
    synchronized boolean tryTake(Ticket ticket) {
        enqueue(ticket);
        allot();
        if (ticket.granted().isEmpty()) {
            line.remove(ticket);
        }
        return ticket.granted().isPresent();
    }

    /**
     * Waits in line until everything on the ticket can be had, and takes it.
     *
     * @param waiting is told what is waited for
     */
    synchronized void take(Ticket ticket, Consumer<String> waiting) throws InterruptedException {
        enqueue(ticket);
        allot();
        try {
            while (ticket.granted().isEmpty()) {
                waiting.accept(reason(ticket));
                await();
            }
        } catch (InterruptedException e) {
            line.remove(ticket);
            if (ticket.granted().isPresent()) {
                giveBack(ticket);
            }
            throw e;
        }
    }

    private void enqueue(Ticket ticket) {
        int place = line.size();
        while (place > 0 && line.get(place - 1).priority() < ticket.priority()) {
            place--;
        }
        line.add(place, ticket);
    }

    /** Waits for a change, such as a bar that ends by itself. */
    private void await() throws InterruptedException {
        Optional<Instant> end = bars.nextEnd();
        wait(end.map(at -> Math.max(1, Duration.between(Instant.now(), at).toMillis() + 1))
                .orElse(0L));
        if (end.isPresent() && !Instant.now().isBefore(end.get())) {
            allot();
        }
    }

    synchronized void giveBack(Ticket ticket) {
        ticket.granted().ifPresent(taken::removeAll);
        taken.removeAll(ticket.positions());
        change();
    }

    /** Something has changed: serves everybody in line who can be served, in order, and wakes all who wait. */
    synchronized void change() {
        allot();
        notifyAll();
    }

    private void allot() {
        Set<String> claimed = new HashSet<>();
        if (line.removeIf(ticket -> grant(ticket, claimed))) {
            notifyAll();
        }
    }

    private boolean grant(Ticket ticket, Set<String> claimed) {
        List<String> devices = new ArrayList<>();
        if (latched.isEmpty()
                && ticket.positions().stream().allMatch(place -> isFree(place, ticket, claimed))
                && choose(ticket, devices, claimed)) {
            ticket.grant(List.copyOf(devices));
            taken.addAll(devices);
            taken.addAll(ticket.positions());
            return true;
        }
        claim(ticket, claimed);
        return false;
    }

    /** Chooses a device for each want that has none yet; {@code devices} are the choices so far. */
    private boolean choose(Ticket ticket, List<String> devices, Set<String> claimed) {
        if (devices.size() == ticket.wants().size()) {
            return true;
        }
        for (Bench bench : suitable(ticket.wants().get(devices.size())).toList()) {
            if (!devices.contains(bench.id()) && isFree(bench.id(), ticket, claimed)) {
                devices.add(bench.id());
                if (choose(ticket, devices, claimed)) {
                    return true;
                }
                devices.remove(devices.size() - 1);
            }
        }
        return false;
    }

    /** Keeps for one that wants several things what it waits for, so that those behind it cannot starve it. */
    private void claim(Ticket ticket, Set<String> claimed) {
        if (ticket.wants().size() + ticket.positions().size() > 1) {
            Stream<String> devices = ticket.wants().stream()
                    .flatMap(want -> suitable(want).limit(1).map(Bench::id));
            Stream.concat(devices, ticket.positions().stream())
                    .filter(name -> bars.against(name, ticket.who()).isEmpty())
                    .forEach(claimed::add);
        }
    }

    /** Those that suit, the one that has rested longest first. */
    private Stream<Bench> suitable(Ticket.Want want) {
        if (!want.id().isEmpty()) {
            return Stream.ofNullable(benches.holder(want.id()));
        }
        return benches.holders().values().stream().filter(want.suits()).sorted(Comparator.comparing(Bench::since));
    }

    private boolean isFree(String name, Ticket ticket, Set<String> claimed) {
        return !taken.contains(name)
                && !claimed.contains(name)
                && !quiesced.contains(name)
                && isReady(name)
                && bars.against(name, ticket.who()).isEmpty();
    }

    /** Whether nothing is wrong with a device; a position is always ready. */
    private boolean isReady(String name) {
        Bench bench = benches.holder(name);
        return bench == null || bench.readiness().isReady();
    }

    private String reason(Ticket ticket) {
        if (!latched.isEmpty()) {
            return "waits for the safety-stop to be cleared: " + latched;
        }
        for (String position : ticket.positions()) {
            if (!isFree(position, ticket, Set.of())) {
                return reason(position, ticket.who());
            }
        }
        for (Ticket.Want want : ticket.wants()) {
            List<Bench> suiting = suitable(want).toList();
            if (suiting.isEmpty()) {
                return "waits for " + want.what() + ": no such device is at hand";
            }
            if (suiting.stream().noneMatch(bench -> isFree(bench.id(), ticket, Set.of()))) {
                return suiting.size() == 1
                        ? reason(suiting.get(0).id(), ticket.who())
                        : "waits for " + want.what() + " to be free";
            }
        }
        return "waits for its turn";
    }

    private String reason(String name, String who) {
        return bars.against(name, who)
                .map(bar -> "waits for " + name + ", " + told(bar))
                .orElseGet(() -> "waits for " + name + condition(name));
    }

    private String condition(String name) {
        Bench bench = benches.holder(name);
        if (bench == null || bench.readiness().isReady()) {
            return " to be free";
        }
        Readiness.Condition now = bench.readiness().condition();
        return now.isReady()
                ? " to be ready"
                : ", which is " + now.state() + (now.reason().isEmpty() ? "" : ": " + now.reason());
    }

    static String told(Bar bar) {
        String why = bar.reason().isEmpty() ? "" : ": " + bar.reason();
        return switch (bar.kind()) {
            case HOLD -> "held by " + bar.by() + why;
            case STOPPED -> "stopped" + why + " (look at it, then clear it)";
            case UNVERIFIED -> "unverified" + why + " (look at it, then clear it)";
        };
    }

    /**
     * Waits until a device that was taken may be given work, and counts that as work until {@link #leave}.
     *
     * @param waiting is told what is waited for
     */
    synchronized Bench enter(String device, String who, Consumer<String> waiting) throws InterruptedException {
        while (!mayWork(device, who)) {
            waiting.accept(refusal(device, who));
            await();
        }
        working.merge(device, 1, Integer::sum);
        return java.util.Objects.requireNonNull(benches.holder(device));
    }

    private boolean mayWork(String device, String who) {
        return benches.holder(device) != null
                && latched.isEmpty()
                && !quiesced.contains(device)
                && isReady(device)
                && bars.against(device, who).isEmpty();
    }

    private String refusal(String device, String who) {
        if (!latched.isEmpty()) {
            return "waits for the safety-stop to be cleared: " + latched;
        }
        return benches.holder(device) == null
                ? "waits for " + device + ": no such device is at hand"
                : quiesced.contains(device)
                        ? "waits for " + device + ", whose driver is being exchanged"
                        : reason(device, who);
    }

    synchronized void leave(String device) {
        working.computeIfPresent(device, (id, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    /** See {@link org.busbar.api.experiment.Orchestrator#quiesce}. */
    synchronized boolean quiesce(String id, Duration patience) throws InterruptedException {
        quiesced.add(id);
        long end = System.nanoTime() + patience.toNanos();
        boolean rested = false;
        try {
            while (working.containsKey(id) && System.nanoTime() < end) {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
            rested = !working.containsKey(id);
        } finally {
            if (!rested) {
                resume(id);
            }
        }
        return rested;
    }

    synchronized void resume(String id) {
        quiesced.remove(id);
        change();
    }

    /** Gives no device work until {@link #unlatch}. */
    synchronized void latch(String reason) {
        latched = reason;
        change();
    }

    synchronized void unlatch() {
        latched = "";
        change();
    }

    synchronized String latched() {
        return latched;
    }

    synchronized void bar(String device, Bar bar) {
        bars.set(device, bar);
        change();
    }

    synchronized void unbar(String device, Bar.Kind kind) {
        bars.clear(device, kind);
        change();
    }

    synchronized List<Bar> bars(String device) {
        return bars.of(device);
    }

    synchronized Map<String, Bench> benches() {
        return benches.holders();
    }

    synchronized @Nullable Bench bench(String id) {
        return benches.holder(id);
    }

    synchronized boolean isQuiesced(String id) {
        return quiesced.contains(id);
    }

    synchronized boolean isTaken(String id) {
        return taken.contains(id);
    }

    /** Tickets in line that this device could serve. */
    synchronized int waiting(Bench bench) {
        return (int) line.stream()
                .filter(ticket -> ticket.wants().stream()
                        .anyMatch(want -> want.id().isEmpty()
                                ? want.suits().test(bench)
                                : want.id().equals(bench.id())))
                .count();
    }

    /** Names of devices that are waited for and not at hand. */
    synchronized Map<String, Integer> missing() {
        Map<String, Integer> missing = new TreeMap<>();
        line.stream()
                .flatMap(ticket -> ticket.wants().stream())
                .map(Ticket.Want::id)
                .filter(id -> !id.isEmpty() && benches.holder(id) == null)
                .forEach(id -> missing.merge(id, 1, Integer::sum));
        return missing;
    }
}
