package org.busbar.journal;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners what is on disk, in order, on a thread of its own. One that throws is told nothing more. */
final class Audience implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Audience.class);
    private static final List<Recorded> END = List.of();

    private final List<LabListener> listeners = new CopyOnWriteArrayList<>();
    private final BlockingQueue<List<Recorded>> queue = new LinkedBlockingQueue<>();
    private final Consumer<LabEvent> report;
    private final Thread teller = new Thread(this::run, "journal-teller");

    /** @param report takes down that a listener was dropped; must not wait for this audience */
    Audience(Consumer<LabEvent> report) {
        this.report = report;
        teller.setDaemon(true);
        teller.start();
    }

    void add(LabListener listener) {
        listeners.add(listener);
    }

    void remove(LabListener listener) {
        listeners.remove(listener);
    }

    void tell(List<Recorded> recorded) {
        queue.add(recorded);
    }

    private void run() {
        try {
            List<Recorded> batch = queue.take();
            while (batch != END) {
                batch.forEach(this::tell);
                batch = queue.take();
            }
        } catch (InterruptedException e) {
            LOG.debug("The listeners of the journal are told nothing more", e);
        }
    }

    private void tell(Recorded recorded) {
        for (LabListener listener : listeners) {
            try {
                listener.on(recorded);
            } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
                drop(listener, recorded, e);
            }
        }
    }

    private void drop(LabListener listener, Recorded recorded, Throwable fault) {
        listeners.remove(listener);
        String name = listener.getClass().getName();
        LOG.warn("Listener {} threw at event {} and is told nothing more", name, recorded.number(), fault);
        report.accept(new LabEvent.Faulted(
                Instant.now(),
                name,
                "The listener " + name + " threw " + fault + " at event " + recorded.number()
                        + " and is told nothing more; restart its bundle to connect it again"));
    }

    @Override
    public void close() throws InterruptedException {
        queue.add(END);
        teller.join(5_000);
    }
}
