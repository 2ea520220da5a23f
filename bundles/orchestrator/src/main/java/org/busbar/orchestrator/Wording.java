package org.busbar.orchestrator;

import java.time.Duration;

/** How durations are told to people. */
final class Wording {

    private Wording() {}

    /** Such as 2 h 10 min, 3 min 5 s or 0.25 s. */
    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 3600) {
            return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
        }
        if (seconds >= 60) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        double exact = duration.toMillis() / 1000.0;
        return exact == Math.rint(exact) ? (long) exact + " s" : exact + " s";
    }
}
