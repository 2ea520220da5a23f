package org.busbar.links;

/** One who has opened a line. */
final class Holder {

    private final String user;
    private final String uri;
    private volatile boolean closed;

    /** @param uri as the holder wrote it */
    Holder(String user, String uri) {
        this.user = user;
        this.uri = uri;
    }

    String user() {
        return user;
    }

    String uri() {
        return uri;
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }
}
