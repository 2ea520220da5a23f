package org.busbar.rest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;
import org.osgi.service.component.annotations.Component;

/** Tells those who wait for it that the journal has grown; what it has grown by they read there or in the tail. */
@Component(service = {LabListener.class, Feed.class})
public final class Feed implements LabListener {

    private final Tail tail = new Tail();
    private final List<LabListener> watchers = new CopyOnWriteArrayList<>();
    private long last; // guarded by this

    @Override
    public void on(Recorded recorded) {
        tail.add(recorded);
        watchers.forEach(watcher -> watcher.on(recorded));
        synchronized (this) {
            last = Math.max(last, recorded.number());
            notifyAll();
        }
    }

    Tail tail() {
        return tail;
    }

    /** Has somebody told of every event from now on, who must not throw and return at once. */
    void add(LabListener watcher) {
        watchers.add(watcher);
    }

    void remove(LabListener watcher) {
        watchers.remove(watcher);
    }

    /** The number of the last event that was told since the start; 0 if there is none. */
    synchronized long last() {
        return last;
    }

    /** Waits until there is an event after that number, at most {@code patience}. */
    synchronized void awaitAfter(long number, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); last <= number && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
    }
}
