package org.busbar.distribution.bench;

import java.util.Set;
import java.util.concurrent.Semaphore;

/** Counts calls and holds them up where somebody wants to look. */
final class Milestones implements Dummy.Called {

    private final Set<Integer> stops;
    private final Semaphore reached = new Semaphore(0);
    private final Semaphore released = new Semaphore(0);
    private int calls; // guarded by this

    /** @param stops at which calls */
    Milestones(Set<Integer> stops) {
        this.stops = stops;
    }

    @Override
    public void call() throws InterruptedException {
        if (stops.contains(count())) {
            reached.release();
            released.acquire();
        }
    }

    private synchronized int count() {
        return ++calls;
    }

    /** Waits until the next one is reached, which then waits for {@link #goOn}. */
    void await() throws InterruptedException {
        reached.acquire();
    }

    void goOn() {
        released.release();
    }
}
