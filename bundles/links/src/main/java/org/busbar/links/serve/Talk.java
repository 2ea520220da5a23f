package org.busbar.links.serve;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.busbar.api.link.Instrument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries bytes between an instrument in software and one who talks to it. */
final class Talk implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);

    private final Instrument instrument;
    private final InputStream in;
    private final OutputStream out;
    private final ScheduledThreadPoolExecutor clock;
    private long lastDue = System.nanoTime();

    Talk(Instrument instrument, InputStream in, OutputStream out) {
        this.instrument = instrument;
        this.in = in;
        this.out = out;
        clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "busbar-instrument-voice");
            thread.setDaemon(true);
            return thread;
        });
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Listens until the other side has gone. */
    void run() throws IOException {
        byte[] buffer = new byte[65_536];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            byte[] heard = Arrays.copyOf(buffer, count);
            synchronized (instrument) {
                instrument.hear(heard, this::say);
            }
        }
    }

    /** One thread says all of it, in the order in which it was said. */
    private synchronized void say(byte[] bytes, Duration after) {
        long now = System.nanoTime();
        lastDue = Math.max(now + after.toNanos(), lastDue + 1);
        byte[] said = bytes.clone();
        try {
            clock.schedule(() -> write(said), lastDue - now, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Nobody listens to the instrument any more", e);
        }
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            LOG.debug("Nobody listens to the instrument any more", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        close(in);
        close(out);
    }

    private static void close(Closeable stream) {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.debug("A stream did not close well", e);
        }
    }
}
