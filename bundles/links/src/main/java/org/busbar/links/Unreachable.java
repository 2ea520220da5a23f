package org.busbar.links;

import java.io.IOException;

/** An instrument could not be connected; the message says why and what to do. */
final class Unreachable extends IOException {
    private static final long serialVersionUID = 1L;

    Unreachable(String message) {
        super(message);
    }

    Unreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
