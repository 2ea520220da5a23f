package org.busbar.api.link;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.busbar.api.device.DeviceException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A line to an instrument, on which one exchange is made at a time. Connects by itself and, once lost, again with
 * back-off. Safe for use by many threads; every exchange blocks until its reply is there or its timeout has passed.
 *
 * <p>What it throws says what is known: a {@link DeviceException} that <em>nothing was sent</em>; a
 * {@link LinkException} that something was, and what became of it is not known; an {@link InterruptedException} the same.
 * In all three cases the line is brought in step again before the next exchange, so no later command gets the reply of
 * this one. A driver lets all of them through. Text is ISO 8859-1, one byte for each character.
 */
@ProviderType
public interface Link extends AutoCloseable {

    /** Its name. */
    String uri();

    /**
     * Sends a message and waits for the reply.
     *
     * @param message without its framing
     * @return the reply, without its framing
     * @throws DeviceException with the detail {@code OFFLINE} if the instrument cannot be reached; nothing was sent
     * @throws LinkException if the line was lost, no reply came in time, or it could not be understood; with {@code http:}
     *     also if the server broke down (5xx)
     */
    byte[] ask(byte[] message) throws DeviceException, LinkException, InterruptedException;

    /** The same with text. */
    default String ask(String message) throws DeviceException, LinkException, InterruptedException {
        return new String(ask(message.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
    }

    /**
     * Sends a message to which there is no reply.
     *
     * @throws DeviceException with the detail {@code OFFLINE} if the instrument cannot be reached; nothing was sent
     * @throws LinkException if the line was lost meanwhile
     */
    void tell(byte[] message) throws DeviceException, LinkException, InterruptedException;

    /** The same with text. */
    default void tell(String message) throws DeviceException, LinkException, InterruptedException {
        tell(message.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Waits for what the instrument says by itself, such as the data of a measurement under way.
     *
     * @return the next message, without its framing
     * @throws LinkException if the line is lost, or nothing came within the timeout
     */
    byte[] listen() throws LinkException, InterruptedException;

    /** The same with text. */
    default String hear() throws LinkException, InterruptedException {
        return new String(listen(), StandardCharsets.ISO_8859_1);
    }

    /** This link with another timeout, as long as a reply may take. */
    Link within(Duration timeout);

    /**
     * This link for what cannot wait, as in {@code makeSafe}: its exchanges come before all others that wait. One of this
     * plug-in's own that is under way on the same line is cut off (it ends with a {@link LinkException}); one of another
     * device on the line is let end.
     */
    Link urgent();

    /** Gives the line back; it is disconnected when nobody else has it. Whatever waits on it ends. Never throws. */
    @Override
    void close();
}
