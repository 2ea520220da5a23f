package org.busbar.api.experiment;

import java.time.Duration;

/**
 * What follows when a step has failed.
 *
 * @param times how often it is tried again; 0 unless {@code policy} is RETRY
 * @param backoff how long to wait before the first new try; doubled for each further one
 */
public record Recovery(Policy policy, int times, Duration backoff) {

    /** The run fails, after its clean-up steps. */
    public static final Recovery FAIL = new Recovery(Policy.FAIL, 0, Duration.ZERO);

    /** The run waits for a person to say what to do. */
    public static final Recovery WAIT = new Recovery(Policy.WAIT, 0, Duration.ZERO);

    /** The run goes on as if the step were not there. */
    public static final Recovery IGNORE = new Recovery(Policy.IGNORE, 0, Duration.ZERO);

    public Recovery {
        if (times < 0 || backoff.isNegative() || (times > 0) != (policy == Policy.RETRY)) {
            throw new IllegalArgumentException(
                    policy + " with " + times + " tries after " + backoff + " is no recovery policy");
        }
    }

    /** The step is tried up to {@code times} times more, then the run fails. */
    public static Recovery retry(int times, Duration backoff) {
        return new Recovery(Policy.RETRY, times, backoff);
    }

    /** The kinds of recovery. */
    public enum Policy {
        FAIL,
        WAIT,
        IGNORE,
        RETRY
    }
}
