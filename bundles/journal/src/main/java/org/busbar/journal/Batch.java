package org.busbar.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;
import org.jspecify.annotations.Nullable;

/** Events that go to the disk together. Filled by one thread at a time, then written by one. */
final class Batch {

    /** What became of a batch, and the latch on which all who brought its events wait. */
    static final class Fate {
        private final CountDownLatch settled = new CountDownLatch(1);
        private volatile long first;
        private volatile @Nullable Throwable fault;

        /** Waits without being cut short: whether an event is on disk must not depend on who is interrupted. */
        void await() {
            boolean interrupted = false;
            while (true) {
                try {
                    settled.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        /** The number of the first event; once it is settled. */
        long first() {
            return first;
        }

        /** Why nothing of it was written; null if all of it was. */
        @Nullable
        Throwable fault() {
            return fault;
        }

        void written(long number) {
            first = number;
            settled.countDown();
        }

        void failed(Throwable reason) {
            fault = reason;
            settled.countDown();
        }
    }

    private final List<LabEvent> events = new ArrayList<>();
    private final List<EventStore.Row> rows = new ArrayList<>();
    private final Fate fate = new Fate(); // apart from the events, so that a receipt does not hold on to them

    /** The place of the event in this batch, from 0. */
    int add(LabEvent event, EventStore.Row row) {
        events.add(event);
        rows.add(row);
        return rows.size() - 1;
    }

    int size() {
        return rows.size();
    }

    List<EventStore.Row> rows() {
        return rows;
    }

    Fate fate() {
        return fate;
    }

    List<Recorded> recorded(long first) {
        List<Recorded> recorded = new ArrayList<>(events.size());
        for (LabEvent event : events) {
            recorded.add(new Recorded(first + recorded.size(), event));
        }
        return recorded;
    }
}
