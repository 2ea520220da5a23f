package org.busbar.api.experiment;

import java.time.Duration;
import java.util.List;

/**
 * The terms on which an action or analysis is done.
 *
 * @param recovery what follows if it fails
 * @param timeout when it is stopped; zero for the default: three times the expected duration, at least a minute more
 *     than that
 * @param positions places it needs for itself while it is at work, by name
 */
public record Terms(Recovery recovery, Duration timeout, List<String> positions) {

    /** Fails the run if it fails, has the default timeout and needs no position. */
    public static final Terms DEFAULT = new Terms(Recovery.FAIL, Duration.ZERO, List.of());

    public Terms {
        positions = List.copyOf(positions);
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("A timeout of " + timeout + " is below zero");
        }
    }
}
