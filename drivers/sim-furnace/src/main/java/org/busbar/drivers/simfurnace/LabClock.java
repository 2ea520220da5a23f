package org.busbar.drivers.simfurnace;

import java.time.Duration;

/** The clock of a lab where time runs faster than on the wall. */
record LabClock(double speedup) {

    /** How long {@code seconds} of lab time last on the wall. */
    Duration wall(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9 / speedup));
    }

    /** Lab time in s that so much wall time is. */
    double lab(Duration wall) {
        return wall.toMillis() / 1e3 * speedup;
    }

    /** Lab time in s since a moment of {@link System#nanoTime}. */
    double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9 * speedup;
    }
}
