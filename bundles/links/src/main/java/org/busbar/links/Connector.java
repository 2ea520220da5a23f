package org.busbar.links;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.LinkStatus.State;
import org.jspecify.annotations.Nullable;

/** Keeps a line connected: connects at the first exchange, and again with back-off once it is lost. */
final class Connector {

    /** How long an exchange waits for a connection. */
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

    /** Within this time after a vain try an exchange does not try again. */
    private static final long RECENT = Duration.ofMillis(500).toNanos();

    private static final long SLICE = Duration.ofMillis(20).toNanos();

    /** How a line fares. */
    record Health(State state, String reason, Instant since, long connections) {}

    private final Transport transport;
    private final Duration settle;
    private final Workers workers;
    private final Consumer<String> notes;
    private final Runnable changed;

    private @Nullable Connection connection;
    private @Nullable CompletableFuture<Connection> attempt;
    private @Nullable Future<?> later;
    private Health health = new Health(State.UNUSED, "", Instant.now(), 0);
    private long lastFailure = System.nanoTime() - RECENT;
    private int failures;
    private boolean closed;

    /**
     * @param notes is told what people may want to know of it later
     * @param changed is called whenever it was connected or lost, under a lock: must come back at once
     */
    Connector(Transport transport, Duration settle, Workers workers, Consumer<String> notes, Runnable changed) {
        this.transport = transport;
        this.settle = settle;
        this.workers = workers;
        this.notes = notes;
        this.changed = changed;
    }

    synchronized Health health() {
        return health;
    }

    /**
     * The connection, made now if there is none.
     *
     * @throws Unreachable if it cannot be made; nothing was sent
     * @throws LinkException if the turn was cut off meanwhile
     */
    Connection connected(Turn turn) throws Unreachable, LinkException, InterruptedException {
        CompletableFuture<Connection> trying;
        synchronized (this) {
            drop();
            if (connection != null) {
                return connection;
            }
            trying = current();
        }
        return await(trying, turn);
    }

    private CompletableFuture<Connection> current() throws Unreachable {
        if (attempt != null) {
            return attempt;
        }
        if (System.nanoTime() - lastFailure < RECENT) {
            throw new Unreachable(health.reason());
        }
        return start();
    }

    private static Connection await(CompletableFuture<Connection> trying, Turn turn)
            throws Unreachable, LinkException, InterruptedException {
        long until = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < until) {
            turn.check();
            try {
                return trying.get(SLICE, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (ExecutionException e) {
                Throwable cause = Objects.requireNonNull(e.getCause());
                throw new Unreachable(String.valueOf(cause.getMessage()), cause);
            }
        }
        throw new Unreachable(
                "it has not been connected for " + PATIENCE / 1_000_000_000 + " s, and is still being tried");
    }

    private synchronized CompletableFuture<Connection> start() {
        CompletableFuture<Connection> trying = new CompletableFuture<>();
        attempt = trying;
        try {
            workers.pool().execute(() -> attempt(trying));
        } catch (RejectedExecutionException e) {
            attempt = null;
            trying.completeExceptionally(new Unreachable("the links are closed", e));
        }
        return trying;
    }

    private void attempt(CompletableFuture<Connection> trying) {
        try {
            Connection made = transport.connect(notes);
            settle(made);
            succeeded(trying, made);
        } catch (Unreachable e) {
            failed(trying, e);
        } catch (InterruptedException e) {
            failed(trying, new Unreachable("the links are being closed", e));
        } catch (RuntimeException | Error e) {
            failed(trying, new Unreachable("connecting it failed: " + e, e));
        }
    }

    private void settle(Connection made) throws InterruptedException {
        try {
            TimeUnit.NANOSECONDS.sleep(settle.toNanos());
        } catch (InterruptedException e) {
            made.close();
            throw e;
        }
    }

    private void succeeded(CompletableFuture<Connection> trying, Connection made) {
        boolean late;
        synchronized (this) {
            late = closed || attempt != trying;
            if (!late) {
                connection = made;
                attempt = null;
                failures = 0;
                turn(State.CONNECTED, "");
            }
        }
        if (late) {
            made.close();
            trying.completeExceptionally(new Unreachable("the link was closed meanwhile"));
        } else {
            trying.complete(made);
        }
    }

    private void failed(CompletableFuture<Connection> trying, Unreachable reason) {
        synchronized (this) {
            if (attempt == trying) {
                attempt = null;
                lost(String.valueOf(reason.getMessage()));
                lastFailure = System.nanoTime();
            }
        }
        trying.completeExceptionally(reason);
    }

    /** That connection is of no use any more. */
    void lost(Connection which, String reason) {
        synchronized (this) {
            if (connection != which) {
                return;
            }
            connection = null;
            lost(reason);
        }
        which.close();
    }

    /** Ends the connection, if there is one, as if the plug had been pulled; it stays so for half a second. */
    void cut(String reason) {
        Connection which;
        synchronized (this) {
            which = connection;
            lastFailure = which == null ? lastFailure : System.nanoTime();
        }
        if (which != null) {
            lost(which, reason);
        }
    }

    private synchronized void lost(String reason) {
        turn(State.LOST, reason);
        failures++;
        tryLater(backOff(failures));
    }

    /** 0.5 s, doubled with each failure up to 30 s, and 20 % more or less. */
    private static long backOff(int failures) {
        double seconds = Math.min(30, 0.5 * Math.pow(2, Math.min(failures - 1, 10)));
        return (long) (1e9 * seconds * ThreadLocalRandom.current().nextDouble(0.8, 1.2));
    }

    private void tryLater(long nanos) {
        if (later != null) {
            later.cancel(false);
        }
        if (!closed && !workers.clock().isShutdown()) {
            later = workers.clock().schedule(this::retry, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Tries a lost line again now. */
    synchronized void retry() {
        if (!closed && connection == null && attempt == null && health.state() == State.LOST) {
            start();
        }
    }

    /** Looks whether the connection still stands. */
    synchronized void drop() {
        Connection which = connection;
        if (which == null) {
            return;
        }
        String reason = which.ended();
        if (!reason.isEmpty()) {
            connection = null;
            lost(reason);
            workers.pool().execute(which::close);
        }
    }

    private void turn(State state, String reason) {
        boolean news = state != health.state();
        long connections = health.connections() + (state == State.CONNECTED ? 1 : 0);
        health = new Health(state, reason, news ? Instant.now() : health.since(), connections);
        if (news) {
            changed.run();
        }
    }

    /** Disconnects for good. */
    void close() {
        Connection which;
        synchronized (this) {
            closed = true;
            which = connection;
            connection = null;
            attempt = null;
            if (later != null) {
                later.cancel(false);
            }
        }
        if (which != null) {
            which.close();
        }
    }
}
