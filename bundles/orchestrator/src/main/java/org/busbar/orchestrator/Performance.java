package org.busbar.orchestrator;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.busbar.api.Values;
import org.busbar.api.link.Traffic;
import org.jspecify.annotations.Nullable;

/**
 * One call of a plug-in on a thread of its own, so that whoever waits for it can go on without it. Ended exactly once.
 */
final class Performance {

    private final Callable<Values> call;
    private final Runnable after;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread worker; // guarded by this
    private @Nullable String interruption; // guarded by this
    private volatile @Nullable Values outputs;
    private volatile @Nullable Throwable fault;
    private volatile boolean made;
    private volatile boolean sent;

    /** @param after is run in the worker's thread when the call has come back, before anybody hears of it */
    private Performance(Callable<Values> call, Runnable after) {
        this.call = call;
        this.after = after;
    }

    static Performance begin(Callable<Values> call, Runnable after, Executor threads) {
        Performance performance = new Performance(call, after);
        threads.execute(performance::run);
        return performance;
    }

    private void run() {
        try {
            if (enter()) {
                Traffic.begin();
                outputs = call.call();
            } else {
                fault = new InterruptedException();
            }
        } catch (Throwable e) { // whatever a plug-in throws is told to whoever waits for it
            fault = e;
        } finally {
            sent = made && Traffic.isAny();
            leave();
            after.run();
            ended.countDown();
        }
    }

    private synchronized boolean enter() {
        worker = Thread.currentThread();
        made = interruption == null;
        return made;
    }

    private synchronized void leave() {
        worker = null;
        Thread.interrupted(); // it was meant for the plug-in, and the thread goes on to others
    }

    /** Says why it will be told to stop in a moment; only the first reason is kept. */
    synchronized void forewarn(String reason) {
        if (interruption == null) {
            interruption = reason;
        }
    }

    /** Tells the plug-in to stop. */
    synchronized void interrupt(String reason) {
        forewarn(reason);
        if (worker != null) {
            worker.interrupt();
        }
    }

    /** Why it was told to stop; null if it was not. */
    synchronized @Nullable String interruption() {
        return interruption;
    }

    /** Whether the plug-in was called at all. */
    boolean wasMade() {
        return made;
    }

    /** Whether anything went to an instrument in the call, over a link. */
    boolean hasSent() {
        return sent;
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /** Waits for the end; false if it has not come within {@code patience}. */
    boolean await(Duration patience) throws InterruptedException {
        return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits for the end whatever interrupts the caller, whose interrupted status is kept. */
    boolean awaitStop(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return ended.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What it gave; null if it threw. */
    @Nullable
    Values outputs() {
        return outputs;
    }

    /** What it threw; null if it gave something. */
    @Nullable
    Throwable fault() {
        return fault;
    }
}
