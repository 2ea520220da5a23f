package org.busbar.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.jspecify.annotations.Nullable;

/** Writes the events of many threads in common transactions: whoever comes while one is synced shares the next. */
final class GroupCommit implements AutoCloseable {

    private static final int LARGEST_BATCH = 4096;
    private static final Ticket END = new Ticket(null, null);

    /** One event on its way to the disk, and the thread that waits for it. */
    private static final class Ticket {
        private final @Nullable LabEvent event;
        private final EventStore.@Nullable Row row;
        private final CountDownLatch settled = new CountDownLatch(1);
        private volatile long number;
        private volatile @Nullable Exception fault;

        Ticket(@Nullable LabEvent event, EventStore.@Nullable Row row) {
            this.event = event;
            this.row = row;
        }
    }

    private final Path file;
    private final EventStore store;
    private final Consumer<List<Recorded>> written;
    private final BlockingQueue<Ticket> queue = new LinkedBlockingQueue<>();
    private final Thread writer = new Thread(this::run, "journal-writer");
    private volatile long last;
    private volatile boolean closed;

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
        Ticket ticket = new Ticket(event, EventStore.Row.of(event));
        if (closed) {
            throw new JournalException("The journal " + file + " is closed; nothing more can be recorded");
        }
        queue.add(ticket);
        await(ticket);
        Exception fault = ticket.fault;
        if (fault != null) {
            throw new JournalException(
                    "The event " + event.getClass().getSimpleName() + " of " + event.subject()
                            + " could not be written to " + file + " and is not recorded: " + fault.getMessage()
                            + ". Make room or repair the disk; the journal goes on by itself.",
                    fault);
        }
        return ticket.number;
    }

    /** Waits without being cut short: whether an event is on disk must not depend on who is interrupted. */
    private static void await(Ticket ticket) {
        boolean interrupted = false;
        while (true) {
            try {
                ticket.settled.await();
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
        List<Ticket> batch = new ArrayList<>();
        boolean open = true;
        while (open) {
            batch.clear();
            batch.add(take());
            queue.drainTo(batch, LARGEST_BATCH);
            open = !batch.remove(END);
            settle(batch);
        }
    }

    private Ticket take() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                // nobody but close() ends this thread
                continue;
            }
        }
    }

    private void settle(List<Ticket> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            write(batch);
        } catch (SQLException | RuntimeException e) {
            batch.forEach(ticket -> ticket.fault = e);
        } finally {
            batch.forEach(ticket -> ticket.settled.countDown());
        }
    }

    private void write(List<Ticket> batch) throws SQLException {
        List<EventStore.Row> rows = new ArrayList<>(batch.size());
        List<Recorded> recorded = new ArrayList<>(batch.size());
        for (Ticket ticket : batch) {
            rows.add(Objects.requireNonNull(ticket.row));
            ticket.number = last + rows.size();
            recorded.add(new Recorded(ticket.number, Objects.requireNonNull(ticket.event)));
        }
        store.write(last + 1, rows);
        last += rows.size();
        written.accept(recorded);
    }

    /** Writes what waits and ends. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        queue.add(END);
        writer.join();
        List<Ticket> late = new ArrayList<>();
        queue.drainTo(late);
        settle(late);
    }
}
