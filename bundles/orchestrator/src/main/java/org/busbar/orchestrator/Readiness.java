package org.busbar.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.busbar.api.device.Detail;
import org.busbar.api.experiment.Station;

/** Whether a device is fit for work, and why not. Safe for use by many threads. */
final class Readiness {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /**
     * How a device is.
     *
     * @param state INITIALIZING, IDLE (fit for work), OFFLINE or ERROR
     */
    record Condition(Station.State state, Optional<Detail> code, String reason, Instant since) {

        static Condition of(Station.State state) {
            return new Condition(state, Optional.empty(), "", Instant.now());
        }

        static Condition of(Detail code, String reason) {
            Station.State state = code == Detail.OFFLINE ? Station.State.OFFLINE : Station.State.ERROR;
            return new Condition(state, Optional.of(code), reason, Instant.now());
        }

        boolean isReady() {
            return state == Station.State.IDLE;
        }

        boolean saysAsMuchAs(Condition other) {
            return state == other.state && code.equals(other.code) && reason.equals(other.reason);
        }
    }

    private final boolean asked;
    private Condition condition; // guarded by this, as all below
    private boolean asking;
    private int failures;

    /** @param asked whether the device has to be asked before it is given work */
    Readiness(boolean asked) {
        this.asked = asked;
        condition = Condition.of(asked ? Station.State.INITIALIZING : Station.State.IDLE);
    }

    /** Whether asking can tell anything new. */
    synchronized boolean isWorthAsking() {
        return asked || !condition.isReady();
    }

    synchronized Condition condition() {
        return condition;
    }

    synchronized boolean isReady() {
        return condition.isReady() && !asking;
    }

    /** Whether the device may be asked; false if it is being asked just now. */
    synchronized boolean startAsking() {
        if (asking) {
            return false;
        }
        asking = true;
        return true;
    }

    synchronized boolean isAsking() {
        return asking;
    }

    synchronized void stopAsking() {
        asking = false;
    }

    /** Changes the condition; false if the new one says what the former did. */
    synchronized boolean change(Condition next) {
        if (next.saysAsMuchAs(condition)) {
            return false;
        }
        condition = next;
        return true;
    }

    /** How long to wait until it is asked again: longer each time. */
    synchronized Duration pause() {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures++, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** It has done an action: whatever failed before is over. */
    synchronized void prove() {
        failures = 0;
    }
}
