package org.busbar.rest;

import java.time.Duration;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;
import org.osgi.service.component.annotations.Component;

/** Tells those who wait for it that the journal has grown; what it has grown by they read there. */
@Component(service = {LabListener.class, Feed.class})
public final class Feed implements LabListener {

    private long last; // guarded by this

    @Override
    public synchronized void on(Recorded recorded) {
        last = Math.max(last, recorded.number());
        notifyAll();
    }

    /** Waits until there is an event after that number, at most {@code patience}. */
    synchronized void awaitAfter(long number, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); last <= number && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
    }
}
