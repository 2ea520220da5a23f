package org.busbar.drivers.simconductivitycell;

import java.time.Duration;

/** The clock of a lab where time runs faster than on the wall; starts the time of each action. */
final class LabClock {

    private final double speedup;
    private volatile LabTime latest;

    /** @param speedup seconds in the lab per second on the wall, above 0 */
    LabClock(double speedup) {
        this.speedup = speedup;
        latest = new LabTime(this);
    }

    /** How long {@code seconds} of lab time last on the wall. */
    Duration wall(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9 / speedup));
    }

    /** The time of an action that begins now. */
    LabTime start() {
        LabTime time = new LabTime(this);
        latest = time;
        return time;
    }

    /** Ends the action that began last, if it is not over. */
    void stop() {
        latest.stop();
    }
}
