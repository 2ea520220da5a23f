package org.busbar.journal;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Receipt;
import org.busbar.api.event.Recorded;
import org.jspecify.annotations.Nullable;

/** Writes the events of many threads in common transactions: whoever comes while one is synced shares the next. */
final class GroupCommit implements AutoCloseable {

    /** So many events may be unwritten; whoever brings more waits. */
    static final int LIMIT = 10_000;

    private final Path file;
    private final EventStore store;
    private final Consumer<List<Recorded>> written;
    private final Thread writer = new Thread(this::run, "journal-writer");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition room = lock.newCondition();
    private Batch open = new Batch(); // guarded by lock
    private int unwritten; // guarded by lock
    private boolean closed; // guarded by lock
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

    /** Hands an event over; whatever hinders its way to the disk is thrown by the receipt, not here. */
    Receipt write(LabEvent event) {
        EventStore.Row row;
        try {
            row = store.row(event); // the costly part, in the caller's thread
        } catch (UncheckedIOException e) {
            return failing(refusal(event.getClass().getSimpleName(), event.subject(), e));
        }
        lock.lock();
        try {
            while (unwritten >= LIMIT && !closed) {
                room.awaitUninterruptibly();
            }
            return closed ? failing(late()) : queued(event, row);
        } finally {
            lock.unlock();
        }
    }

    private Receipt queued(LabEvent event, EventStore.Row row) {
        unwritten++;
        int place = open.add(event, row);
        if (place == 0) {
            work.signal(); // later ones find it awake
        }
        Batch.Fate fate = open.fate();
        String kind = row.kind();
        String subject = row.subject();
        return () -> number(fate, place, kind, subject);
    }

    private long number(Batch.Fate fate, int place, String kind, String subject) {
        fate.await();
        Throwable fault = fate.fault();
        if (fault != null) {
            throw refusal(kind, subject, fault);
        }
        return fate.first() + place;
    }

    private static Receipt failing(JournalException fault) {
        return () -> {
            throw fault;
        };
    }

    private JournalException late() {
        return new JournalException("The journal " + file + " is closed; nothing more can be recorded");
    }

    private JournalException refusal(String kind, String subject, Throwable fault) {
        return new JournalException(
                "The event " + kind + " of " + subject + " could not be written to " + file + " and is not recorded: "
                        + fault.getMessage() + ". Make room or repair the disk; the journal goes on by itself.",
                fault);
    }

    private void run() {
        for (Batch batch = next(); batch != null; batch = next()) {
            settle(batch);
            makeRoom(batch.size());
        }
    }

    /** What has come since the last batch, waiting for it; null at the end. */
    private @Nullable Batch next() {
        lock.lock();
        try {
            while (open.size() == 0 && !closed) {
                work.awaitUninterruptibly();
            }
            Batch batch = open;
            open = new Batch();
            return batch.size() == 0 ? null : batch;
        } finally {
            lock.unlock();
        }
    }

    private void settle(Batch batch) {
        long first = last + 1;
        try {
            store.write(first, batch.rows());
        } catch (SQLException | RuntimeException | Error e) { // also if memory is short: all others would wait for ever
            batch.fate().failed(e);
            return;
        }
        last += batch.size();
        written.accept(batch.recorded(first));
        batch.fate().written(first);
    }

    private void makeRoom(int count) {
        lock.lock();
        try {
            unwritten -= count;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Writes what waits and ends. */
    @Override
    public void close() throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
        writer.join();
    }
}
