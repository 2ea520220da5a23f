package org.busbar.links;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.busbar.api.link.Switchboard.Traced;
import org.busbar.api.link.Switchboard.Way;

/** What went over a line, while it is wanted, without secrets: the last 10,000 entries. Safe for use by many threads. */
final class Trace {

    private static final int MOST = 10_000;

    private final Deque<Traced> entries = new ArrayDeque<>();
    private Instant until = Instant.MIN;
    private volatile boolean on;

    /** Writes from now on, for that time; not any more if it is zero. */
    synchronized void on(Duration time) {
        if (time.isNegative() || time.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "A line is traced for a day at most, not for " + time + ": ask for a shorter time");
        }
        if (!on) {
            entries.clear();
        }
        on = !time.isZero();
        until = on ? Instant.now().plus(time) : Instant.MIN;
    }

    void add(Way way, byte[] bytes) {
        if (on) {
            add(way, Shown.text(bytes));
        }
    }

    void note(String text) {
        if (on) {
            add(Way.NOTE, text);
        }
    }

    private synchronized void add(Way way, String text) {
        Instant now = Instant.now();
        on = now.isBefore(until);
        if (on) {
            entries.add(new Traced(now, way, Secrets.masked(text)));
        }
        if (entries.size() > MOST) {
            entries.remove();
        }
    }

    synchronized List<Traced> entries() {
        return List.copyOf(entries);
    }

    synchronized Optional<Instant> until() {
        return on && Instant.now().isBefore(until) ? Optional.of(until) : Optional.empty();
    }
}
