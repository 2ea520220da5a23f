package org.busbar.links;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Has a thread of the pool do what cannot be interrupted. */
final class Blocking {

    /** What may block for ever. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private Blocking() {}

    /**
     * Waits until it is done.
     *
     * @param late what is wrong if it is not done in time
     * @throws IOException if it fails, or is not done in time; it then goes on until what it works on is closed
     */
    static void await(ExecutorService pool, Work work, long nanos, String late)
            throws IOException, InterruptedException {
        Future<?> done = pool.submit(() -> {
            work.run();
            return true;
        });
        try {
            done.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException(late, e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause() == null ? late : e.getCause().getMessage(), e);
        }
    }
}
