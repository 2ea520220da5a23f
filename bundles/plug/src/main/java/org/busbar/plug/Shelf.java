package org.busbar.plug;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.busbar.api.event.LabEvent;
import org.busbar.api.experiment.Agent;

/**
 * Plug-ins of one kind that are at hand, lent to one caller at a time or to many. A plug-in that is taken away is first
 * waited for, bounded, so that no call runs in a bundle that is stopped. Safe for use by many threads.
 *
 * @param <T> the plug-in interface
 */
public final class Shelf<T> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String kind;
    private final Consumer<LabEvent> report;
    private final Holders<Item> items = new Holders<>(); // guarded by this

    private final class Item {
        private final Agent agent;
        private final T plugin;
        private final Object registration;
        private int lent; // guarded by Shelf.this

        Item(Agent agent, T plugin, Object registration) {
            this.agent = agent;
            this.plugin = plugin;
            this.registration = registration;
        }
    }

    /** A plug-in in use; close it as soon as the call is over. */
    public interface Loan<T> extends AutoCloseable {
        T plugin();

        Agent agent();

        @Override
        void close();
    }

    /**
     * @param kind what people call such a plug-in, for events
     * @param report takes down what appears, vanishes and is refused
     */
    public Shelf(String kind, Consumer<LabEvent> report) {
        this.kind = kind;
        this.report = report;
    }

    /** Puts a plug-in on the shelf; refused and reported while another one has its id. */
    public void add(T plugin, Agent agent, Object registration) {
        boolean first;
        synchronized (this) {
            first = items.add(agent.id(), new Item(agent, plugin, registration));
            notifyAll();
        }
        report.accept(first ? appeared(agent) : refused(agent));
    }

    /** Takes a plug-in off the shelf, once nobody uses it or after five seconds. */
    public void remove(Object registration, String id) {
        Optional<Item> next;
        boolean held;
        synchronized (this) {
            Item leaver = items.find(id, item -> item.registration == registration)
                    .orElseThrow(() -> new IllegalStateException("No " + kind + " '" + id + "' was added"));
            held = items.holder(id) == leaver;
            next = items.remove(id, leaver);
            awaitReturn(leaver);
            notifyAll();
        }
        if (held) {
            report.accept(new LabEvent.Vanished(Instant.now(), id, kind));
            next.ifPresent(item -> report.accept(appeared(item.agent)));
        }
    }

    private void awaitReturn(Item leaver) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (leaver.lent > 0 && System.nanoTime() < end) {
                wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lends the plug-in of that id; empty if there is none. */
    public synchronized Optional<Loan<T>> borrow(String id) {
        Item item = items.holder(id);
        if (item == null) {
            return Optional.empty();
        }
        item.lent++;
        return Optional.of(new Borrowed(item));
    }

    /** Who is at hand, by id. */
    public synchronized Map<String, Agent> agents() {
        Map<String, Agent> agents = new TreeMap<>();
        items.holders().forEach((id, item) -> agents.put(id, item.agent));
        return agents;
    }

    /** Waits until something was put on or taken off the shelf, at most {@code patience}. */
    public synchronized void awaitChange(Duration patience) throws InterruptedException {
        wait(Math.max(1, patience.toMillis()));
    }

    private LabEvent appeared(Agent agent) {
        return new LabEvent.Appeared(Instant.now(), agent.id(), kind, agent);
    }

    private LabEvent refused(Agent agent) {
        return new LabEvent.Faulted(
                Instant.now(),
                agent.id(),
                "Two plug-ins want to be the " + kind + " '" + agent.id() + "': the first keeps the name, the one from "
                        + agent.bundle() + " " + agent.version() + " is not used; give it another lab.id");
    }

    private final class Borrowed implements Loan<T> {
        private final Item item;
        private boolean returned; // guarded by Shelf.this

        Borrowed(Item item) {
            this.item = item;
        }

        @Override
        public T plugin() {
            return item.plugin;
        }

        @Override
        public Agent agent() {
            return item.agent;
        }

        @Override
        public void close() {
            synchronized (Shelf.this) {
                if (!returned) {
                    returned = true;
                    item.lent--;
                    Shelf.this.notifyAll();
                }
            }
        }
    }
}
