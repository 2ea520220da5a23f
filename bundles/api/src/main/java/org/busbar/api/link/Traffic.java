package org.busbar.api.link;

/**
 * Tells whether anything was sent to an instrument since a call began, by thread: so a fault before the first byte is told
 * from one after it. Kept by the platform; plug-ins have no need of it.
 */
public final class Traffic {

    private static final ThreadLocal<boolean[]> SENT = ThreadLocal.withInitial(() -> new boolean[1]);

    private Traffic() {}

    /** A call of a plug-in begins on this thread. */
    public static void begin() {
        SENT.get()[0] = false;
    }

    /** A link is about to send something on this thread. */
    public static void sending() {
        SENT.get()[0] = true;
    }

    /** Whether anything was sent on this thread since the call began. */
    public static boolean isAny() {
        return SENT.get()[0];
    }
}
