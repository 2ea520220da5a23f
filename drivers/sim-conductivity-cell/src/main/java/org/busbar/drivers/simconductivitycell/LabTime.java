package org.busbar.drivers.simconductivitycell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The lab time of one action. May be stopped from any thread, once. */
final class LabTime {

    private final CountDownLatch stop = new CountDownLatch(1);
    private final long start = System.nanoTime();
    private final LabClock clock;
    private double passed;

    /** Starts now. */
    LabTime(LabClock clock) {
        this.clock = clock;
    }

    /**
     * Returns when {@code seconds} more of lab time are over.
     *
     * @throws IllegalStateException if stopped by {@link #stop}
     */
    void pass(double seconds) throws InterruptedException {
        passed += seconds;
        long left = clock.wall(passed).toNanos() - (System.nanoTime() - start);
        if (stop.await(left, TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("stopped by makeSafe: what was done until then is not known");
        }
    }

    /** Lab time in s that has passed since the start. */
    double passed() {
        return passed;
    }

    /** Ends the action that waits for this time, now or when it next waits; harmless if there is none. */
    void stop() {
        stop.countDown();
    }
}
