package org.busbar.links;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.busbar.api.link.LinkException;

/** What has come and was not taken yet. Safe for use by many threads. */
final class Inbox {

    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private String ended = "";
    private boolean spilled;

    /** @param limit how many bytes are kept for one who does not take them; what comes then is lost, and {@link #take} says so */
    Inbox(int limit) {
        this.limit = limit;
    }

    synchronized void put(byte[] more) {
        put(more, more.length);
    }

    /** Puts the first bytes of an array. */
    synchronized void put(byte[] more, int count) {
        spilled |= bytes.size() + count > limit;
        if (!spilled) {
            bytes.write(more, 0, count);
        }
        notifyAll();
    }

    /** Nothing comes any more. The first reason stands. */
    synchronized void end(String reason) {
        if (ended.isEmpty()) {
            ended = reason;
            notifyAll();
        }
    }

    synchronized String ended() {
        return ended;
    }

    /**
     * Waits until there is something.
     *
     * @return all there is; empty after that time
     * @throws LinkException if something was lost before what will come next
     * @throws IOException if there is nothing, and nothing will come
     */
    synchronized byte[] take(long nanos) throws IOException, InterruptedException {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; isQuiet() && left > 0; left = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        if (bytes.size() == 0) {
            explain();
        }
        byte[] all = bytes.toByteArray();
        bytes.reset();
        return all;
    }

    private boolean isQuiet() {
        return bytes.size() == 0 && ended.isEmpty() && !spilled;
    }

    private void explain() throws IOException {
        if (spilled) {
            spilled = false;
            throw new LinkException(LinkException.Kind.GARBLED, "more than " + limit + " bytes came at once");
        }
        if (!ended.isEmpty()) {
            throw new IOException(ended);
        }
    }
}
