package org.busbar.links;

import java.util.ArrayDeque;
import java.util.Deque;
import org.busbar.api.device.Detail;
import org.busbar.api.device.DeviceException;
import org.jspecify.annotations.Nullable;

/** Who may use a line now: one at a time, the urgent first, then in the order in which they came. */
final class Turns {

    private final Deque<Turn> urgent = new ArrayDeque<>();
    private final Deque<Turn> others = new ArrayDeque<>();
    private @Nullable Turn now;

    /**
     * Waits for a turn.
     *
     * @throws DeviceException if the link is closed; nothing was sent
     */
    synchronized Turn take(Holder holder, boolean isUrgent) throws DeviceException, InterruptedException {
        Turn turn = new Turn(holder, isUrgent);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Deque<Turn> queue = isUrgent ? urgent : others;
        queue.add(turn);
        if (now != null) {
            now.cutOffBy(turn);
        }
        return await(turn, queue);
    }

    private Turn await(Turn turn, Deque<Turn> queue) throws DeviceException, InterruptedException {
        try {
            while (now != null || next() != turn) {
                open(turn);
                wait();
            }
            open(turn);
            now = turn;
            return turn;
        } finally {
            queue.remove(turn);
            notifyAll();
        }
    }

    private static void open(Turn turn) throws DeviceException {
        if (turn.holder().isClosed()) {
            throw new DeviceException(
                    Detail.OFFLINE, "The link " + turn.holder().uri() + " is closed; nothing was sent");
        }
    }

    private @Nullable Turn next() {
        return urgent.isEmpty() ? others.peek() : urgent.peek();
    }

    /** The turn that is under way is over. */
    synchronized void give() {
        now = null;
        notifyAll();
    }

    /** Has those who wait look whether they still may. */
    synchronized void look() {
        notifyAll();
    }
}
