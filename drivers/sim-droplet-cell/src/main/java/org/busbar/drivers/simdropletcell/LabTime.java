package org.busbar.drivers.simdropletcell;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The lab time of one motion. May be stopped from any thread, once. */
final class LabTime {

    private final CountDownLatch stop = new CountDownLatch(1);
    private final long start = System.nanoTime();
    private final LabClock clock;

    /** Starts now. */
    LabTime(LabClock clock) {
        this.clock = clock;
    }

    /**
     * Returns when {@code seconds} of lab time are over since the start.
     *
     * @throws IllegalStateException if stopped by {@link #stop}
     */
    void await(double seconds) throws InterruptedException {
        long left = clock.wall(seconds).toNanos() - (System.nanoTime() - start);
        if (stop.await(left, TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("stopped by makeSafe: the logbook says how far it came");
        }
    }

    /** Lab time in s that has passed since the start. */
    double passed() {
        return clock.lab(Duration.ofNanos(System.nanoTime() - start));
    }

    /** Ends the motion that waits for this time, now or when it next waits; harmless if there is none. */
    void stop() {
        stop.countDown();
    }
}
