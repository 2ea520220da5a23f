package org.busbar.rest;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.busbar.api.event.Journal;
import org.busbar.api.event.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * How far one reader of events is. For one thread at a time.
 *
 * <p>What the reader is given next is always what comes after the last number it is past: from the tail that all readers
 * share, or from the journal if it is further behind. So nothing is lost or doubled between catching up and following,
 * and no queue grows for a slow reader.
 */
final class Following {

    private static final int PAGE = 500;

    private final Journal journal;
    private final Feed feed;
    private final Wanted wanted;
    private final long begin;
    private final Queue<Telling> page = new ArrayDeque<>(); // read from the journal
    private long past;
    private boolean level; // what comes after `past` will be in the tail

    /** @param after the number of the last event that is not wanted */
    Following(Journal journal, Feed feed, Wanted wanted, long after) {
        this.journal = journal;
        this.feed = feed;
        this.wanted = wanted;
        this.begin = after;
        this.past = after;
    }

    Feed feed() {
        return feed;
    }

    long begin() {
        return begin;
    }

    /** Has what comes from now on kept for this reader; ends with {@link #leave}. */
    void join() {
        feed.tail().join();
    }

    void leave() {
        feed.tail().leave();
    }

    /** Whether what comes next has to be read from the journal, which takes a while. */
    boolean isBehind() {
        return page.isEmpty() && (!level || feed.tail().hasLost(past));
    }

    /** The next event that is wanted; null if there is none yet, or {@link #isBehind}. */
    @Nullable
    Telling next() {
        Telling next = page.poll();
        while (next == null && !isBehind()) {
            Telling told = feed.tail().after(past);
            if (told == null) {
                return null;
            }
            past = told.recorded().number();
            next = wanted.has(told.recorded().event()) ? told : null;
        }
        return next;
    }

    /** Reads from the journal what comes next. */
    void catchUp() {
        long last = journal.last();
        if (past >= last) {
            level = true;
            return;
        }
        List<Recorded> read = wanted.read(journal, past, PAGE);
        read.forEach(recorded -> page.add(new Telling(recorded, new AtomicLong())));
        level = read.size() < PAGE;
        past = read.isEmpty() ? past : read.get(read.size() - 1).number();
        past = level ? Math.max(past, last) : past;
    }
}
