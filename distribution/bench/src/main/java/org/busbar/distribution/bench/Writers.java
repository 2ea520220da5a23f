package org.busbar.distribution.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.busbar.api.event.Journal;
import org.busbar.api.event.LabEvent;

/** Threads that each write one event after the other, waiting until it is on disk. */
final class Writers {

    private Writers() {}

    /** Acknowledged events per second of so many writers. */
    static double rate(Journal journal, List<LabEvent> events, int writers, double seconds)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            long begun = System.nanoTime();
            long end = begun + (long) (seconds * 1e9);
            List<Future<Long>> counts = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int offset = writer;
                counts.add(threads.submit(() -> write(journal, events, offset, end)));
            }
            long written = 0;
            for (Future<Long> count : counts) {
                written += count.get();
            }
            return written * 1e9 / (System.nanoTime() - begun);
        } finally {
            threads.shutdown();
        }
    }

    private static long write(Journal journal, List<LabEvent> events, int offset, long end) {
        long written = 0;
        while (System.nanoTime() < end) {
            journal.append(events.get((int) ((written + offset) % events.size())));
            written++;
        }
        return written;
    }
}
