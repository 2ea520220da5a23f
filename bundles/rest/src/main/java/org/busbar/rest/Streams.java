package org.busbar.rest;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.busbar.rest.Problem.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams that are open just now, each on a thread of its own, so that readers take nothing from other requests. A
 * reader that does not read blocks its own thread only, until the server's idle timeout closes the connection.
 */
final class Streams {

    static final int MOST = 50;
    static final Problem FULL = new Problem(
            Kind.UNAVAILABLE,
            "There are " + MOST + " readers of events already; try again when one has gone",
            List.of(),
            Map.of("Retry-After", "10"));

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    private final Semaphore places = new Semaphore(MOST);
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** Streams to the client from now on; {@code false}, and nothing was sent, if there is no place left. */
    boolean open(HttpServletRequest request, HttpServletResponse response, Response.Source source) {
        if (!places.tryAcquire()) {
            return false;
        }
        response.setContentType("text/event-stream; charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        Thread thread = new Thread(() -> stream(context, source), "events-" + request.getRemotePort());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return true;
    }

    private void stream(AsyncContext context, Response.Source source) {
        try {
            source.writeTo(context.getResponse().getOutputStream());
        } catch (IOException e) {
            LOG.debug("A reader of events has gone", e);
        } catch (InterruptedException e) {
            LOG.debug("The server is being stopped");
        } catch (RuntimeException e) {
            LOG.error("A reader of events was dropped", e);
        } finally {
            threads.remove(Thread.currentThread());
            places.release();
            context.complete();
        }
    }

    /** Ends every stream. */
    void close() throws InterruptedException {
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join(2_000);
        }
    }
}
