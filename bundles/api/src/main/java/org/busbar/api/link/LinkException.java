package org.busbar.api.link;

import java.io.IOException;

/** Something was sent on a link, and what the instrument made of it is not known. */
public final class LinkException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** No reply came in time. */
        NO_REPLY,
        /** The line was lost. */
        LOST,
        /** What came is no reply: cut, doubled, too long, or with a wrong checksum. */
        GARBLED,
        /** Something more urgent was sent on this line. */
        CUT_OFF
    }

    private final Kind kind;

    /** @param message shown to people: names the link, what was sent, and what to do */
    public LinkException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** The same, for a reason. */
    public LinkException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
