package org.busbar.rest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.busbar.api.broker.Request;
import org.busbar.api.event.LabEvent;
import org.busbar.api.event.Recorded;

/** A tenant that waits for a request it may take. */
final class RequestWait {

    private static final long ON_ITS_WAY = 5_000_000; // ns from the journal's news to the broker's list

    private final Supplier<List<Request>> pending;
    private final AtomicBoolean due = new AtomicBoolean(); // something was told that was not looked at yet

    private RequestWait(Supplier<List<Request>> pending) {
        this.pending = pending;
    }

    /**
     * What is pending as soon as anything is; nothing if nothing was for that long.
     *
     * @param pending what the tenant may take just now
     */
    static Response answer(Supplier<List<Request>> pending, Duration patience, Feed feed) {
        List<Request> now = pending.get();
        if (!now.isEmpty() || patience.isZero()) {
            return Response.json(now);
        }
        RequestWait wait = new RequestWait(pending);
        return new Response.Later(patience, feed, wait::isNews, wait::look, Response.json(List.of()));
    }

    /** Many events make one look only: it sees what all of them have brought. */
    private boolean isNews(Recorded recorded) {
        LabEvent event = recorded.event();
        boolean may = event instanceof LabEvent.Requested
                || event instanceof LabEvent.Released
                || event instanceof LabEvent.Registered
                || event instanceof LabEvent.Appeared;
        return may && !due.getAndSet(true);
    }

    private Optional<Response.Document> look() {
        boolean isTold = due.getAndSet(false);
        List<Request> now = pending.get();
        if (now.isEmpty() && isTold) {
            LockSupport.parkNanos(ON_ITS_WAY);
            now = pending.get();
        }
        return now.isEmpty() ? Optional.empty() : Optional.of(Response.json(now));
    }
}
