package org.busbar.links;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.busbar.api.link.Instrument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plug in an instrument in software. What the instrument says after it was pulled is lost. */
final class SimConnection implements Connection {

    private static final Logger LOG = LoggerFactory.getLogger(SimConnection.class);

    private final Instrument instrument;
    private final BooleanSupplier there;
    private final Workers workers;
    private final Inbox inbox;
    private final Queue<byte[]> pending = new ArrayDeque<>();
    private long lastDue = System.nanoTime();

    /** @param there whether its simulator still is */
    SimConnection(Instrument instrument, BooleanSupplier there, Workers workers, int limit) {
        this.instrument = instrument;
        this.there = there;
        this.workers = workers;
        inbox = new Inbox(limit);
    }

    @Override
    public void send(byte[] bytes, long nanos) throws IOException {
        look();
        try {
            instrument.hear(bytes.clone(), this::say);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A simulated instrument failed when it heard {}", Shown.of(bytes), e);
            inbox.end("the simulated instrument failed: " + e);
            throw new IOException(inbox.ended(), e);
        }
    }

    /** What is said first comes first, also if what is said next is to come sooner. */
    private synchronized void say(byte[] bytes, Duration after) {
        long now = System.nanoTime();
        if (pending.isEmpty() && after.isZero()) {
            inbox.put(bytes);
        } else if (!workers.clock().isShutdown()) {
            lastDue = Math.max(now + after.toNanos(), pending.isEmpty() ? now : lastDue);
            pending.add(bytes.clone());
            workers.clock().schedule(this::sayNext, lastDue - now, TimeUnit.NANOSECONDS);
        }
    }

    private synchronized void sayNext() {
        inbox.put(pending.remove());
    }

    @Override
    public byte[] receive(long nanos) throws IOException, InterruptedException {
        look();
        return inbox.take(nanos);
    }

    private void look() throws IOException {
        String ended = ended();
        if (!ended.isEmpty()) {
            throw new IOException(ended);
        }
    }

    @Override
    public String ended() {
        if (!there.getAsBoolean()) {
            inbox.end("its simulator is not there any more");
        }
        return inbox.ended();
    }

    @Override
    public void close() {
        inbox.end("the link was closed");
    }
}
