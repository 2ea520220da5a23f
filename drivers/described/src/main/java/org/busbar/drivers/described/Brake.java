package org.busbar.drivers.described;

import java.time.Duration;

/** Lets the one action at work wait until it is told to stop. Safe for use by many threads. */
final class Brake {

    private boolean pulled;

    /** Before an action begins. */
    synchronized void release() {
        pulled = false;
    }

    /** Ends every wait, now and until the next {@link #release}. Waits for nobody. */
    synchronized void pull() {
        pulled = true;
        notifyAll();
    }

    /** @throws IllegalStateException if the brake is pulled meanwhile */
    synchronized void pass(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0 && !pulled; left = end - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        if (pulled) {
            throw new IllegalStateException("The action was stopped by makeSafe: look at what it has done so far");
        }
    }
}
