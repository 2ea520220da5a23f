package org.busbar.rest;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.busbar.rest.Problem.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Streams of events that are open just now. One thread tells all readers, others read what readers missed. */
final class Streams {

    static final int MOST = 500;
    static final Problem FULL = new Problem(
            Kind.UNAVAILABLE,
            "There are " + MOST + " readers of events already; try again when one has gone",
            List.of(),
            Map.of("Retry-After", "10"));

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final int HISTORIANS = 2;
    private static final long PACE_MS = 2; // so that events that come together are sent together
    private static final Duration TICK = Duration.ofMillis(100);

    private final Duration beat;
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor historians = new ThreadPoolExecutor(
            HISTORIANS, HISTORIANS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Streams::historian);
    private @Nullable Thread teller; // guarded by this
    private int open; // guarded by this

    Streams() {
        this(Duration.ofSeconds(10));
    }

    /** @param beat after how much silence a sign of life is sent */
    Streams(Duration beat) {
        this.beat = beat;
        historians.allowCoreThreadTimeOut(true);
    }

    private static Thread historian(Runnable work) {
        Thread thread = new Thread(work, "events-historian");
        thread.setDaemon(true);
        return thread;
    }

    /** Streams to the client from now on; {@code false}, and nothing was sent, if there is no place left. */
    boolean open(HttpServletRequest request, HttpServletResponse response, Following following) throws IOException {
        if (!enter(following.feed())) {
            return false;
        }
        try {
            begin(request, response, following);
        } catch (IOException | RuntimeException e) {
            leave();
            throw e;
        }
        return true;
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, Following following)
            throws IOException {
        response.setContentType("text/event-stream; charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        ServletOutputStream out = response.getOutputStream();
        out.write((": events after " + following.begin() + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        Admission admission = Admission.of(request);
        Subscriber[] self = new Subscriber[1];
        self[0] = new Subscriber(context, out, admission, following, historians, beat.toNanos(), () -> gone(self[0]));
        following.join();
        subscribers.add(self[0]);
        out.setWriteListener(self[0]);
    }

    private synchronized boolean enter(Feed feed) {
        if (open == MOST) {
            return false;
        }
        open++;
        if (teller == null) {
            teller = new Thread(() -> tell(feed), "events-teller");
            teller.setDaemon(true);
            teller.start();
        }
        return true;
    }

    private void gone(Subscriber subscriber) {
        subscribers.remove(subscriber);
        leave();
    }

    private synchronized void leave() {
        open--;
    }

    /** How many there are. */
    synchronized int count() {
        return open;
    }

    private void tell(Feed feed) {
        try {
            long told = 0;
            while (goesOn()) {
                feed.awaitAfter(told, TICK);
                told = feed.last();
                subscribers.forEach(Subscriber::goOn);
                Thread.sleep(PACE_MS);
            }
        } catch (InterruptedException e) {
            LOG.debug("Readers of events are told nothing more", e);
        }
    }

    /** Whether there is still somebody to be told; if not, the next one begins anew. */
    private synchronized boolean goesOn() {
        if (open == 0 && teller == Thread.currentThread()) {
            teller = null;
        }
        return teller == Thread.currentThread();
    }

    /** Ends every stream. */
    void close() throws InterruptedException {
        historians.shutdownNow();
        subscribers.forEach(Subscriber::end);
        Thread last;
        synchronized (this) {
            last = teller;
            teller = null;
        }
        if (last != null) {
            last.interrupt();
            last.join(2_000);
        }
    }
}
