package org.busbar.drivers.simdropletcell;

import java.time.Duration;

/** The clock of a lab where time runs faster than on the wall; starts the time of each motion. */
final class LabClock {

    private final double speedup;
    private volatile LabTime latest;

    /** @param speedup seconds in the lab per second on the wall, above 0 */
    LabClock(double speedup) {
        this.speedup = speedup;
        latest = unstoppable();
    }

    /** How long {@code seconds} of lab time last on the wall. */
    Duration wall(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9 / speedup));
    }

    /** Lab time in s that so much wall time is. */
    double lab(Duration wall) {
        return wall.toNanos() / 1e9 * speedup;
    }

    /** The time of a motion that begins now. */
    LabTime start() {
        LabTime time = unstoppable();
        latest = time;
        return time;
    }

    /** The time of a motion that begins now and that {@link #stop} leaves alone. */
    LabTime unstoppable() {
        return new LabTime(this);
    }

    /** Ends the motion that began last, if it is not over. */
    void stop() {
        latest.stop();
    }
}
