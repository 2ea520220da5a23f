package org.busbar.orchestrator;

import java.time.Duration;
import java.util.function.Consumer;
import org.busbar.api.event.Journal;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Receipt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what one branch of a run does. What has ended is handed over and goes to the disk together with what
 * begins next: nothing begins before both are there. Used by one thread at a time.
 */
final class Pen {

    private static final Logger LOG = LoggerFactory.getLogger(Pen.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Journal journal;
    private final Consumer<String> waiting;
    private @Nullable LabEvent handedOver;
    private @Nullable Receipt receipt;

    /** @param waiting is told when the journal cannot take anything */
    Pen(Journal journal, Consumer<String> waiting) {
        this.journal = journal;
        this.waiting = waiting;
    }

    /** Writes an event down, waiting for as long as the journal cannot take it: nothing goes on unrecorded. */
    void write(LabEvent event) {
        append(event);
        flush();
    }

    /** Hands an event over; it is on disk at the latest when the next {@link #write} or {@link #flush} returns. */
    void hand(LabEvent event) {
        flush();
        try {
            receipt = journal.write(event);
            handedOver = event;
        } catch (JournalException e) {
            append(event);
        }
    }

    /** Waits until all that was handed over is on disk. */
    void flush() {
        Receipt open = receipt;
        LabEvent event = handedOver;
        receipt = null;
        handedOver = null;
        if (open != null && event != null) {
            try {
                open.await();
            } catch (JournalException e) {
                append(event);
            }
        }
    }

    private void append(LabEvent event) {
        while (true) {
            try {
                journal.append(event);
                return;
            } catch (JournalException e) {
                LOG.error("{} waits: {}", event.subject(), e.getMessage());
                waiting.accept("waits for the journal: " + e.getMessage());
                pause();
            }
        }
    }

    /** Is not cut short for good: an end that is asked for is heard once this is recorded. */
    private static void pause() {
        long end = System.nanoTime() + LOOK_AGAIN.toNanos();
        boolean interrupted = false;
        for (long left = LOOK_AGAIN.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            try {
                Thread.sleep(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
