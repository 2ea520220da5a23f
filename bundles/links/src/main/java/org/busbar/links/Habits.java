package org.busbar.links;

import java.time.Duration;

/**
 * The options that every link has.
 *
 * @param timeout how long a reply may take
 * @param gap the shortest pause between two exchanges
 * @param settle how long the instrument is left alone after it was connected
 * @param limit how many bytes a reply may have
 */
record Habits(Duration timeout, Duration gap, Duration settle, int limit) {

    static Habits of(Options options) {
        return new Habits(
                options.duration("timeout", "2s", Duration.ofMillis(1)),
                options.duration("gap", "0ms", Duration.ZERO),
                options.duration("settle", "0ms", Duration.ZERO),
                options.whole("limit", 1_000_000, 1, 64_000_000));
    }

    /** What all who share a line must agree on, in words. */
    String shared() {
        return "gap=" + gap.toMillis() + "ms, settle=" + settle.toMillis() + "ms, limit=" + limit;
    }
}
