package org.busbar.rest;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.busbar.api.event.LabListener;
import org.busbar.api.event.Recorded;
import org.busbar.rest.Problem.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests that wait for news, without a thread for each of them. */
final class Waiters {

    static final int MOST = 1000;
    static final Problem FULL = new Problem(
            Kind.UNAVAILABLE,
            "There are " + MOST + " requests that wait for news already; try again when one is answered",
            List.of(),
            Map.of("Retry-After", "5"));

    private static final Logger LOG = LoggerFactory.getLogger(Waiters.class);
    private static final int THREADS = 4;
    private static final Duration CHECK = Duration.ofSeconds(2); // between two looks at the rights of who waits

    private final Semaphore places = new Semaphore(MOST);
    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService answerers = answerers();

    private static ScheduledExecutorService answerers() {
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, work -> {
            Thread thread = new Thread(work, "events-answerer");
            thread.setDaemon(true);
            return thread;
        });
        threads.setRemoveOnCancelPolicy(true);
        return threads;
    }

    /** Answers later; {@code false}, and nothing was done, if there is no place left. */
    boolean add(HttpServletRequest request, HttpServletResponse response, Response.Later later) {
        if (!places.tryAcquire()) {
            return false;
        }
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        Waiter waiter = new Waiter(later, context, Admission.of(request), new Delivery(request, response));
        waiting.add(waiter);
        waiter.begin();
        return true;
    }

    /** Answers all that wait, with no news if there are none. */
    void close() {
        answerers.shutdownNow();
        waiting.forEach(waiter -> waiter.look(true));
    }

    /** One request. */
    private final class Waiter implements LabListener {

        private final Response.Later later;
        private final AsyncContext context;
        private final Admission admission;
        private final Delivery delivery;
        private final long end; // ns
        private boolean done; // guarded by this

        Waiter(Response.Later later, AsyncContext context, Admission admission, Delivery delivery) {
            this.later = later;
            this.context = context;
            this.admission = admission;
            this.delivery = delivery;
            this.end = System.nanoTime() + later.patience().toNanos();
        }

        /** Listens before it looks, so that what happens between the two is not missed. */
        void begin() {
            later.feed().add(this);
            look(!schedule());
        }

        /** False if the server is being stopped. */
        private boolean schedule() {
            long pause = Math.min(Math.max(0, end - System.nanoTime()), CHECK.toNanos());
            return answers(() -> answerers.schedule(this::goOn, pause, TimeUnit.NANOSECONDS));
        }

        /** Ends the waiting if the time is up, or who waits would not be let in any more. */
        private synchronized void goOn() {
            if (System.nanoTime() - end >= 0) {
                look(true);
            } else if (!done && !isDismissed() && !schedule()) {
                look(true);
            }
        }

        private boolean isDismissed() {
            Optional<Problem> refusal = admission.refusal();
            refusal.ifPresent(problem -> end(Response.problem(problem)));
            return refusal.isPresent();
        }

        @Override
        public void on(Recorded recorded) {
            if (later.wanted().test(recorded)) {
                answers(() -> answerers.execute(() -> look(false)));
            }
        }

        /** False if the server is being stopped. */
        private boolean answers(Runnable task) {
            try {
                task.run();
                return true;
            } catch (RejectedExecutionException e) {
                return false;
            }
        }

        synchronized void look(boolean late) {
            if (done) {
                return;
            }
            try {
                if (isDismissed()) {
                    return;
                }
                Optional<Response.Document> news = later.news().get();
                if (news.isPresent() || late) {
                    end(news.orElse(later.otherwise()));
                }
            } catch (RuntimeException e) {
                LOG.error("A request that waits for news could not be answered", e);
                end(Response.problem(new Problem(Kind.UNAVAILABLE, "The news cannot be read just now")));
            }
        }

        private void end(Response.Document answer) {
            done = true;
            later.feed().remove(this);
            waiting.remove(this);
            places.release();
            try {
                delivery.write(answer);
            } catch (IOException e) {
                LOG.debug("Who waited for news has gone", e);
            }
            context.complete();
        }
    }
}
