package org.busbar.shell;

/** A command cannot go on; the message says why and what to do. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the process exits with: 1 if it failed, 2 if it was called wrongly. */
    final int exitCode;

    Failure(String message) {
        this(1, message);
    }

    private Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A failure of the caller, not of the lab. */
    static Failure usage(String message) {
        return new Failure(2, message);
    }
}
