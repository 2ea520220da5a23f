package org.busbar.rest;

import java.util.concurrent.atomic.AtomicLong;
import org.busbar.api.event.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * The last events, for everybody who follows, so that the text of an event is made once for all of them. Kept only while
 * somebody follows. Safe for use by many threads.
 */
final class Tail {

    static final int MOST = 4096;
    private static final long MOST_BYTES = 16L << 20;

    private final @Nullable Telling[] ring = new Telling[MOST]; // by number modulo its length; guarded by this
    private final AtomicLong bytes = new AtomicLong();
    private long first = 1; // guarded by this
    private long next = 1; // guarded by this
    private int followers; // guarded by this

    synchronized void join() {
        followers++;
    }

    synchronized void leave() {
        followers--;
        if (followers == 0) {
            forget(next);
        }
    }

    synchronized void add(Recorded recorded) {
        if (followers == 0) {
            return;
        }
        if (recorded.number() != next) {
            forget(next);
            first = recorded.number();
        }
        next = recorded.number() + 1;
        forget(next - MOST);
        ring[(int) (recorded.number() % MOST)] = new Telling(recorded, bytes);
        while (bytes.get() > MOST_BYTES && first < next - 1) {
            forget(first + 1);
        }
    }

    /** Forgets what is before that number. */
    private void forget(long until) {
        for (; first < until; first++) {
            int place = (int) (first % MOST);
            Telling old = ring[place];
            if (old != null) {
                old.drop();
                ring[place] = null;
            }
        }
    }

    /** The event after a number; null if there is none yet or it is not kept. */
    synchronized @Nullable Telling after(long number) {
        return number + 1 < first || number + 1 >= next ? null : ring[(int) ((number + 1) % MOST)];
    }

    /** Whether there were events after a number that are not kept any more. */
    synchronized boolean hasLost(long number) {
        return number + 1 < first && number + 1 < next;
    }
}
