package org.busbar.rest;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one reader its events, as many as the connection takes just now, so that a reader that does not read holds up
 * nobody. Such a one is dropped when the server's idle timeout has passed; it can resume where it was. Who would not be
 * let in any more is dropped within seconds.
 */
final class Subscriber implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);
    private static final long CHECK = TimeUnit.SECONDS.toNanos(2); // between two looks at the reader's rights
    private static final byte[] SILENCE = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Admission admission;
    private final Following following;
    private final Executor historians;
    private final long beat; // ns
    private final Runnable gone;
    private final AtomicInteger calls = new AtomicInteger(); // of those who want it to go on while one is at it
    private volatile boolean begun;
    private volatile boolean ending;
    private boolean ended; // this and what follows is for the one who is at it
    private boolean unsent;
    private long sent = System.nanoTime();
    private long checked = System.nanoTime();

    /**
     * @param admission of the reader; when it ends, so does this
     * @param historians read what a reader missed
     * @param beat after how many nanoseconds of silence a sign of life is sent
     * @param gone is told once that it has ended
     */
    Subscriber(
            AsyncContext context,
            ServletOutputStream out,
            Admission admission,
            Following following,
            Executor historians,
            long beat,
            Runnable gone) {
        this.context = context;
        this.out = out;
        this.admission = admission;
        this.following = following;
        this.historians = historians;
        this.beat = beat;
        this.gone = gone;
    }

    @Override
    public void onWritePossible() {
        begun = true;
        goOn();
    }

    @Override
    public void onError(Throwable fault) {
        LOG.debug("A reader of events has gone", fault);
        end();
    }

    /** Ends it, at once or when whoever is at it sees it. */
    void end() {
        ending = true;
        begun = true;
        goOn();
    }

    /** Sends what there is; returns at once if another thread is at it, which then does this, too. */
    void goOn() {
        goOn(false);
    }

    private void goOn(boolean mayRead) {
        if (!begun || calls.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            send(mayRead);
            seen = calls.addAndGet(-seen);
        } while (seen != 0);
    }

    private void send(boolean mayRead) {
        try {
            while (!ended && mayGoOn() && out.isReady() && sendNext(mayRead)) {
                sent = System.nanoTime();
            }
        } catch (IOException e) {
            LOG.debug("A reader of events has gone", e);
            ending = true;
        } catch (RuntimeException e) {
            LOG.error("A reader of events was dropped", e);
            ending = true;
        }
        if (ending && !ended) {
            ended = true;
            following.leave();
            gone.run();
            context.complete();
        }
    }

    /** Whether it was not ended, and the reader would still be let in, at which it looks now and then. */
    private boolean mayGoOn() {
        if (!ending && System.nanoTime() - checked > CHECK) {
            checked = System.nanoTime();
            ending = admission.refusal().isPresent();
        }
        return !ending;
    }

    /** One event, or what was written and not sent yet, or a sign of life; {@code false} if there is nothing to do. */
    private boolean sendNext(boolean mayRead) throws IOException {
        if (following.isBehind() && mayRead) {
            following.catchUp();
        }
        Telling next = following.next();
        if (next != null) {
            out.write(next.bytes());
            unsent = true;
        } else if (unsent) {
            unsent = false;
            out.flush();
        } else if (following.isBehind()) {
            historians.execute(() -> goOn(true));
            return false;
        } else if (System.nanoTime() - sent > beat) {
            out.write(SILENCE);
            unsent = true;
        } else {
            return false;
        }
        return true;
    }
}
