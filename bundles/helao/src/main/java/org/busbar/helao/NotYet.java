package org.busbar.helao;

/** An experiment cannot go on just now, but may later; the message says what it waits for. */
final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYet(String message) {
        super(message, null, false, false);
    }
}
