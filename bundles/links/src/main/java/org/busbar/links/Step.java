package org.busbar.links;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.Switchboard.Way;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a line in step: no reply to one exchange is taken for that of a later one. Used by the one that has the turn.
 *
 * <p>After an exchange that failed, a reply is owed. The next exchange waits until it has come and the line was quiet for
 * 50 ms, or for as long as the reply might have taken once more (2 s at most). An urgent one waits for the 50 ms only.
 */
final class Step {

    static final long QUIET = Duration.ofMillis(50).toNanos();

    /** Longer than that, nothing waits for a reply that is owed. */
    private static final long LONGEST = Duration.ofSeconds(2).toNanos();

    /** Longer than that, something urgent does not wait for a flood of bytes to end. */
    private static final long FLOOD = Duration.ofMillis(500).toNanos();

    private static final long SLICE = Duration.ofMillis(10).toNanos();

    private final boolean forgets;
    private final Habits habits;
    private final Trace trace;
    private final Received received = new Received();
    private @Nullable Connection connection;
    private Act act = Act.NONE;
    private boolean owed;
    private long owedFor;
    private long owedUntil;
    private long ended = System.nanoTime() - Duration.ofDays(1).toNanos();

    /** @param forgets whether a late reply cannot come on a new connection */
    Step(boolean forgets, Habits habits, Trace trace) {
        this.forgets = forgets;
        this.habits = habits;
        this.trace = trace;
    }

    /** What has come and was not used up. */
    Received received() {
        return received;
    }

    /** What goes wrong with the next reply. */
    Act act() {
        return act;
    }

    void act(Act next) {
        act = next;
    }

    /** A reply is under way, and may come for that time after the exchange has ended, and no more than 2 s. */
    void owe(long nanos) {
        owed = true;
        owedFor = Math.min(nanos, LONGEST);
    }

    /** Nothing is under way any more. */
    void settled() {
        owed = false;
    }

    /** An exchange is over. */
    void end() {
        ended = System.nanoTime();
        owedUntil = ended + owedFor;
    }

    /** Gets the line ready for an exchange on that connection. */
    void restore(Connection now, Turn turn) throws IOException, InterruptedException {
        if (connection != now) {
            connection = now;
            received.clear();
            owed &= !forgets;
        }
        for (long left = left(); left > 0; left = left()) {
            turn.check();
            TimeUnit.NANOSECONDS.sleep(Math.min(left, SLICE));
        }
        if (owed) {
            quiet(now, turn);
            owed = false;
        }
    }

    private long left() {
        return habits.gap().toNanos() - (System.nanoTime() - ended);
    }

    private void quiet(Connection now, Turn turn) throws IOException, InterruptedException {
        long from = System.nanoTime();
        long until = turn.isUrgent() ? from + QUIET : Math.max(owedUntil, from + QUIET);
        long last = from;
        boolean came = received.count() > 0;
        long flood = from + (turn.isUrgent() ? FLOOD : LONGEST);
        while (System.nanoTime() < (came ? Math.min(last + QUIET, flood) : until)) {
            turn.check();
            if (drop(receive(now, SLICE))) {
                came = true;
                last = System.nanoTime();
            }
        }
        drop(received.clear());
    }

    /** Drops what has come by now, as it can be no reply to what is sent next. */
    void drain(Connection now) throws IOException, InterruptedException {
        drop(received.clear());
        drop(receive(now, 0));
    }

    private boolean drop(byte[] bytes) {
        if (bytes.length > 0) {
            trace.add(Way.RECEIVED, bytes);
            trace.note("dropped, as it is no reply to what is sent next: " + Shown.of(bytes));
        }
        return bytes.length > 0;
    }

    private static byte[] receive(Connection now, long nanos) throws IOException, InterruptedException {
        try {
            return now.receive(nanos);
        } catch (DeviceException | LinkException e) {
            return new byte[] {'?'};
        }
    }
}
