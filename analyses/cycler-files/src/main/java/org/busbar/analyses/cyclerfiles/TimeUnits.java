package org.busbar.analyses.cyclerfiles;

import java.util.Map;
import java.util.Optional;

/** Units of time by their length. */
final class TimeUnits {

    private static final Map<String, Double> SECONDS = Map.of("ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0);

    private TimeUnits() {}

    /** The unit whose length in seconds is {@code seconds} within a factor of two; empty if there is none. */
    static Optional<String> nearest(double seconds) {
        return SECONDS.entrySet().stream()
                .filter(unit -> seconds > unit.getValue() / 2 && seconds < unit.getValue() * 2)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
