package org.busbar.drivers.simdropletcell;

import java.io.IOException;
import org.busbar.api.device.DeviceException;
import org.jspecify.annotations.Nullable;

/** The head in motion: one motion at a time, in the time it takes, each in the logbook. Safe for use by many threads. */
final class Mechanics {

    /** Decides what to do from where the head is. */
    @FunctionalInterface
    interface Plan {

        /** @throws DeviceException if it cannot be done from there; nothing was done */
        Motion from(Head head) throws DeviceException;
    }

    private record Underway(Motion motion, LabTime time) {}

    private final LabClock clock;
    private final Logbook logbook;
    private final Head first;
    private volatile @Nullable Underway underway;

    /** @param first the head of a cell that has never moved */
    Mechanics(LabClock clock, Logbook logbook, Head first) {
        this.clock = clock;
        this.logbook = logbook;
        this.first = first;
    }

    /** The head as it is now, also in the middle of a motion. */
    Head head() throws DeviceException {
        Underway now = underway;
        return now == null
                ? logbook.last().orElse(first)
                : now.motion().head(now.time().passed());
    }

    /**
     * Does what the plan says and returns when it is done.
     *
     * @throws InterruptedException if interrupted; the head has stopped where it was
     * @throws IllegalStateException if {@link #stop} was called; as before
     */
    synchronized Motion perform(Plan plan) throws DeviceException, IOException, InterruptedException {
        return perform(plan.from(head()), clock.start());
    }

    /** Does what the plan says, whatever {@link #stop} says. */
    synchronized Motion performUnstoppably(Plan plan) throws DeviceException, IOException, InterruptedException {
        return perform(plan.from(head()), clock.unstoppable());
    }

    /** Stops the head where it is; harmless if it rests. */
    void stop() {
        clock.stop();
    }

    private Motion perform(Motion motion, LabTime time) throws DeviceException, IOException, InterruptedException {
        if (motion.seconds() == 0) {
            return motion; // it is there already
        }
        underway = new Underway(motion, time);
        try {
            logbook.begin(motion);
            time.await(motion.seconds());
            logbook.end(motion);
            return motion;
        } catch (InterruptedException | IllegalStateException e) {
            logbook.stopped(motion, Math.min(time.passed(), motion.seconds()), e);
            throw e;
        } finally {
            underway = null;
        }
    }
}
