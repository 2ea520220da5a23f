package org.busbar.forecast;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The virtual clock: what happens when, in the order of time and, at the same time, of entry. */
final class Agenda {

    private record Entry(Duration at, long order, Runnable event) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::order));
    private Duration now = Duration.ZERO;
    private long entered;

    /** How long it is since the start, by the virtual clock. */
    Duration now() {
        return now;
    }

    /** Has something happen after a while, which may be zero. */
    void in(Duration delay, Runnable event) {
        entries.add(new Entry(now.plus(delay), entered++, event));
    }

    /** Has something happen now, after all that is already to happen now. */
    void soon(Runnable event) {
        in(Duration.ZERO, event);
    }

    /** Lets everything happen until nothing is left. */
    void run() {
        for (Entry next = entries.poll(); next != null; next = entries.poll()) {
            now = next.at();
            next.event().run();
        }
    }
}
