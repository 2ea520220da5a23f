package org.busbar.drivers.methodscript.simulator;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time of one script. May be aborted from any thread. */
final class Pace {

    /** Shorter waits are left for later, ns. */
    private static final long SHORT = 1_000_000;

    private final CountDownLatch abort = new CountDownLatch(1);
    private final long start = System.nanoTime();
    private final double speed;
    private double passed;

    /** Starts now. */
    Pace(double speed) {
        this.speed = speed;
    }

    /** Returns when so many more seconds in the cell are over. */
    void pass(double seconds) throws Aborted, InterruptedException {
        passed += seconds;
        long left = Math.round(passed / speed * 1e9) - (System.nanoTime() - start);
        if (abort.await(left > SHORT ? left : 0, TimeUnit.NANOSECONDS)) {
            throw new Aborted();
        }
    }

    /** Seconds in the cell since the start. */
    double passed() {
        return passed;
    }

    void abort() {
        abort.countDown();
    }
}
