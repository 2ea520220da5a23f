package org.busbar.api.link;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Where a message on a line begins and ends. Pure: the same bytes, the same answers, on any thread.
 *
 * <p>The usual ones are here; a protocol with one of its own implements these three methods.
 */
@ConsumerType
public interface Framing {

    /** The bytes to send for a message. */
    byte[] frame(byte[] message);

    /**
     * Looks for a whole frame at the beginning of what has come.
     *
     * @param bytes what has come so far is the first {@code count} of them
     * @return how many of the first bytes are a whole frame; 0 if more have to come
     * @throws LinkException of the kind {@code GARBLED} if what has come can be no frame
     */
    int length(byte[] bytes, int count) throws LinkException;

    /**
     * What a whole frame says.
     *
     * @throws LinkException of the kind {@code GARBLED} if it is damaged, as its checksum says
     */
    byte[] message(byte[] frame) throws LinkException;

    /** Lines that end with {@code end}, both ways, such as {@code "\r\n"}. */
    static Framing lines(String end) {
        return lines(end, end);
    }

    /** Lines that end with {@code sent} on the way there and with {@code received} on the way back. */
    static Framing lines(String sent, String received) {
        return new Terminated("", sent, "", received);
    }

    /** Lines that are sent with {@code sent} at the end, and answered between {@code begin} and {@code end}. */
    static Framing between(String sent, String begin, String end) {
        return new Terminated("", sent, begin, end);
    }

    /** Frames that begin with the length of the message, in so many bytes (1, 2 or 4), highest first. */
    static Framing prefixed(int bytes) {
        return new Prefixed(bytes);
    }

    /** Replies of always so many bytes, and messages as they are. */
    static Framing fixed(int bytes) {
        return new Fixed(bytes);
    }

    /** This framing around messages that end with a checksum. */
    default Framing checked(Checksum checksum) {
        return new Checked(this, checksum);
    }
}
