package org.busbar.api.security;

import java.time.Duration;

/** Too many wrong passwords came from one address or for one user. */
public final class TooManyAttempts extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /** @param wait until another attempt is looked at */
    public TooManyAttempts(Duration wait) {
        super("Too many wrong passwords; try again in " + Math.max(1, wait.toSeconds()) + " s");
        this.wait = wait;
    }

    /** How long to wait until another attempt is looked at. */
    public Duration delay() {
        return wait;
    }
}
