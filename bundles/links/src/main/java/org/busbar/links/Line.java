package org.busbar.links;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.LinkFault;
import org.busbar.api.link.LinkStatus;
import org.jspecify.annotations.Nullable;

/** One physical line, shared by all who have opened it. Safe for use by many threads. */
final class Line {

    /** What is done in a turn. */
    @FunctionalInterface
    interface Work<T> {
        T in(Conversation conversation) throws DeviceException, LinkException, InterruptedException;
    }

    private final Transport transport;
    private final Habits habits;
    private final Consumer<LinkStatus> listener;
    private final Connector connector;
    private final Step step;
    private final Turns turns = new Turns();
    private final Trace trace = new Trace();
    private final Faults faults = new Faults();
    private final List<Holder> holders = new CopyOnWriteArrayList<>();
    private final AtomicLong exchanges = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private volatile @Nullable Instant last;

    /** @param listener is told when it is connected or lost, once for each way in which its URI was written */
    Line(Transport transport, Habits habits, Workers workers, Consumer<LinkStatus> listener) {
        this.transport = transport;
        this.habits = habits;
        this.listener = listener;
        connector = new Connector(transport, habits.settle(), workers, trace::note, this::changed);
        step = new Step(transport.forgets(), habits, trace);
    }

    Transport transport() {
        return transport;
    }

    Connector connector() {
        return connector;
    }

    Step step() {
        return step;
    }

    Trace trace() {
        return trace;
    }

    Faults faults() {
        return faults;
    }

    Habits habits() {
        return habits;
    }

    void join(Holder holder) {
        holders.add(holder);
    }

    /** @return whether nobody has it any more */
    boolean leave(Holder holder) {
        holder.close();
        holders.remove(holder);
        turns.look();
        return holders.isEmpty();
    }

    boolean isNamed(String uri) {
        return holders.stream().anyMatch(holder -> holder.uri().equals(uri));
    }

    /** Waits for the line and does that. */
    <T> T inTurn(Voice voice, Work<T> work) throws DeviceException, LinkException, InterruptedException {
        Turn turn = turns.take(voice.holder(), voice.isUrgent());
        boolean done = false;
        try {
            T result = work.in(new Conversation(this, turn, voice));
            done = true;
            return result;
        } finally {
            count(done);
            turns.give();
        }
    }

    private void count(boolean done) {
        exchanges.incrementAndGet();
        failures.addAndGet(done ? 0 : 1);
        last = Instant.now();
        step.end();
    }

    private void changed() {
        LinkStatus any = status();
        trace.note(any.state() + (any.reason().isEmpty() ? "" : ": " + any.reason()));
        holders.stream().map(Holder::uri).distinct().map(this::status).forEach(listener);
    }

    LinkStatus status() {
        return status(holders.isEmpty() ? transport.key() : holders.get(0).uri());
    }

    private LinkStatus status(String uri) {
        Connector.Health health = connector.health();
        return new LinkStatus(
                uri,
                health.state(),
                health.reason(),
                health.since(),
                holders.stream().map(Holder::user).distinct().sorted().toList(),
                exchanges.get(),
                failures.get(),
                health.connections(),
                Optional.ofNullable(last),
                trace.until(),
                faults.rest());
    }

    /** Acts out a failure from now on. */
    void inject(LinkFault fault) {
        if (fault.kind() == LinkFault.Kind.FAIL && !simulation(fault).canRefuse()) {
            throw new IllegalArgumentException(status().uri() + " cannot act out fail: its simulator knows no refusal");
        }
        if (fault.kind() == LinkFault.Kind.WRONG_DEVICE) {
            simulation(fault).swap(true);
        }
        faults.add(fault);
        trace.note("to be acted out: " + fault);
        if (fault.kind() == LinkFault.Kind.WRONG_DEVICE) {
            connector.cut("another instrument was plugged in");
        }
    }

    private Simulation simulation(LinkFault fault) {
        return transport
                .simulation()
                .orElseThrow(() -> new IllegalArgumentException(status().uri() + " cannot act out " + fault
                        + ": only a simulated instrument, so a link that begins with sim:, can"));
    }

    /** Ends all failures. */
    void mend() {
        boolean wrong = faults.has(LinkFault.Kind.WRONG_DEVICE);
        faults.clear();
        trace.note("nothing is acted out any more");
        if (wrong) {
            putBack();
        }
    }

    /** The right instrument is there again. */
    void putBack() {
        transport.simulation().ifPresent(simulation -> simulation.swap(false));
        connector.cut("the right instrument was plugged in again");
    }

    void close() {
        holders.forEach(Holder::close);
        turns.look();
        connector.close();
    }
}
