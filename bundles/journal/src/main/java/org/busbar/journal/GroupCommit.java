package org.busbar.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.jspecify.annotations.Nullable;

/** Writes the events of many threads in common transactions: whoever comes while one is synced shares the next. */
final class GroupCommit implements AutoCloseable {

    /** Events that go to the disk together, and the one latch on which all who brought them wait. */
    private static final class Batch {
        private final List<LabEvent> events = new ArrayList<>(); // guarded by the commit until it is written
        private final List<EventStore.Row> rows = new ArrayList<>();
        private final CountDownLatch settled = new CountDownLatch(1);
        private volatile long first;
        private volatile @Nullable Exception fault;

        int add(LabEvent event, EventStore.Row row) {
            events.add(event);
            rows.add(row);
            return rows.size() - 1;
        }

        List<Recorded> recorded() {
            List<Recorded> recorded = new ArrayList<>(events.size());
            for (LabEvent event : events) {
                recorded.add(new Recorded(first + recorded.size(), event));
            }
            return recorded;
        }
    }

    private final Path file;
    private final EventStore store;
    private final Consumer<List<Recorded>> written;
    private final Thread writer = new Thread(this::run, "journal-writer");
    private Batch open = new Batch(); // guarded by this
    private boolean closed; // guarded by this
    private volatile long last;

    /** @param written is given what is on disk, in order, before those who wrote it go on; must return at once */
    GroupCommit(Path file, EventStore store, Consumer<List<Recorded>> written) {
        this.file = file;
        this.store = store;
        this.written = written;
        this.last = store.last();
        writer.setDaemon(true);
        writer.start();
    }

    long last() {
        return last;
    }

    long append(LabEvent event) {
        EventStore.Row row = EventStore.Row.of(event); // the costly part, in the caller's thread
        Batch mine;
        int place;
        synchronized (this) {
            if (closed) {
                throw new JournalException("The journal " + file + " is closed; nothing more can be recorded");
            }
            mine = open;
            place = mine.add(event, row);
            notifyAll();
        }
        await(mine);
        Exception fault = mine.fault;
        if (fault != null) {
            throw refusal(event, fault);
        }
        return mine.first + place;
    }

    private JournalException refusal(LabEvent event, Exception fault) {
        return new JournalException(
                "The event " + event.getClass().getSimpleName() + " of " + event.subject()
                        + " could not be written to " + file + " and is not recorded: " + fault.getMessage()
                        + ". Make room or repair the disk; the journal goes on by itself.",
                fault);
    }

    /** Waits without being cut short: whether an event is on disk must not depend on who is interrupted. */
    private static void await(Batch batch) {
        boolean interrupted = false;
        while (true) {
            try {
                batch.settled.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (Batch batch = next(); batch != null; batch = next()) {
            settle(batch);
        }
    }

    /** What has come since the last batch, waiting for it; null at the end. */
    private synchronized @Nullable Batch next() {
        while (open.rows.isEmpty() && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                // nobody but close() ends this thread
                continue;
            }
        }
        Batch batch = open;
        open = new Batch();
        return batch.rows.isEmpty() ? null : batch;
    }

    private void settle(Batch batch) {
        try {
            batch.first = last + 1;
            store.write(batch.first, batch.rows);
            last += batch.rows.size();
            written.accept(batch.recorded());
        } catch (SQLException | RuntimeException e) {
            batch.fault = e;
        } finally {
            batch.settled.countDown();
        }
    }

    /** Writes what waits and ends. */
    @Override
    public void close() throws InterruptedException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        writer.join();
    }
}
