package org.busbar.helao;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.busbar.api.event.Journal;
import org.busbar.api.event.JournalException;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal from a number on, on a thread of its own, and leaves nothing out: what it was not told of it reads.
 */
final class Tail implements LabListener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int PAGE = 1000;
    private static final long PATIENCE_MS = 500;

    private final Journal journal;
    private final Consumer<List<Recorded>> follower;
    private final BlockingQueue<List<Recorded>> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "helao");
    private long seen;
    private volatile boolean closed;

    /**
     * @param after the number of the last event that is known
     * @param follower is given the next events, at times none; what it throws is logged, and it is called again
     */
    Tail(Journal journal, long after, Consumer<List<Recorded>> follower) {
        this.journal = journal;
        this.seen = after;
        this.follower = follower;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void on(Recorded recorded) {
        queue.add(List.of(recorded));
    }

    /** Has the follower called soon. */
    void wake() {
        queue.add(List.of());
    }

    private void run() {
        try {
            while (!closed) {
                follow(told());
            }
        } catch (InterruptedException e) {
            LOG.debug("HELAO's threads are followed no more", e);
        }
    }

    private List<Recorded> told() throws InterruptedException {
        List<Recorded> first = queue.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
        List<List<Recorded>> more = new ArrayList<>();
        if (first != null) {
            more.add(first);
            queue.drainTo(more);
        }
        return more.stream().flatMap(List::stream).toList();
    }

    private void follow(List<Recorded> told) {
        try {
            follower.accept(news(told));
        } catch (JournalException e) {
            LOG.warn("HELAO's threads wait until the journal can be used again", e);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("HELAO's threads met an error nobody foresaw", e);
        }
    }

    /** What is new of it; with all that lies before and was not told, such as the time before this was a listener. */
    private List<Recorded> news(List<Recorded> told) {
        List<Recorded> news = new ArrayList<>();
        if (told.isEmpty() && journal.last() > seen) {
            add(journal.read(seen, PAGE), news);
        }
        for (Recorded recorded : told) {
            while (recorded.number() > seen + 1) {
                add(journal.read(seen, (int) Math.min(PAGE, recorded.number() - seen - 1)), news);
            }
            add(List.of(recorded), news);
        }
        return news;
    }

    private void add(List<Recorded> read, List<Recorded> news) {
        for (Recorded recorded : read) {
            if (recorded.number() > seen) {
                news.add(recorded);
                seen = recorded.number();
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(5_000);
    }
}
