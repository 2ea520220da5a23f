package org.busbar.launcher;

/** Says in one sentence why the server does not start, and with which exit code the process ends. */
final class Refusal extends Exception {

    /** The command line or the lab folder is wrong: the caller can mend it and try again. */
    static final int USAGE = 2;

    /** The platform cannot start. */
    static final int PLATFORM = 1;

    private static final long serialVersionUID = 1;
    private final int exitCode;

    Refusal(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    Refusal(int exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
