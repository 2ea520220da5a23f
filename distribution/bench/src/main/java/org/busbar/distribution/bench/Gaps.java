package org.busbar.distribution.bench;

import java.util.ArrayList;
import java.util.List;

/** How long a device was left without work between the end of one call and the begin of the next, ms. */
final class Gaps implements Dummy.Called {

    private final int warmUp;
    private final List<Double> gaps = new ArrayList<>(); // guarded by this
    private long calls; // guarded by this
    private long ended; // guarded by this

    /** @param warmUp so many calls come before the first that counts */
    Gaps(int warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public synchronized void call() {
        long begun = System.nanoTime();
        if (calls > 0 && calls >= warmUp) {
            gaps.add((begun - ended) / 1e6);
        }
        calls++;
        ended = System.nanoTime();
    }

    /** What was measured so far. */
    synchronized Measurements measured() {
        return new Measurements(gaps);
    }
}
