package org.busbar.api.link;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** An instrument in software: hears bytes, says bytes, and keeps its physical state. Called by one thread at a time. */
@FunctionalInterface
@ConsumerType
public interface Instrument {

    /** How an instrument speaks. */
    @FunctionalInterface
    interface Voice {

        /**
         * Says something after a while, such as when a measurement is done. What is said first comes first.
         *
         * @param after from now
         */
        void say(byte[] bytes, Duration after);

        /** Says something at once. */
        default void say(byte[] bytes) {
            say(bytes, Duration.ZERO);
        }
    }

    /**
     * Hears what has come on the line: any part of a message, or several. Returns at once; what it says may come later.
     *
     * @param voice may be kept until the next call
     */
    void hear(byte[] bytes, Voice voice);

    /**
     * An instrument that answers each line with another one.
     *
     * @param end what lines end with, both ways
     * @param answer says nothing if it is empty
     */
    static Instrument answering(String end, Function<String, String> answer) {
        return answering(end, "", end, answer);
    }

    /**
     * An instrument that answers each line that ends with {@code heard}, between {@code begin} and {@code end}.
     *
     * @param answer says nothing if it is empty
     */
    static Instrument answering(String heard, String begin, String end, Function<String, String> answer) {
        Framing framing = Framing.lines(heard);
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        return (bytes, voice) -> {
            open.writeBytes(bytes);
            for (String line = line(open, framing); line != null; line = line(open, framing)) {
                String said = answer.apply(line);
                if (!said.isEmpty()) {
                    voice.say((begin + said + end).getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        };
    }

    private static @Nullable String line(ByteArrayOutputStream open, Framing framing) {
        byte[] all = open.toByteArray();
        try {
            int length = framing.length(all, all.length);
            if (length == 0) {
                return null;
            }
            open.reset();
            open.write(all, length, all.length - length);
            byte[] frame = Arrays.copyOf(all, length);
            return new String(framing.message(frame), StandardCharsets.ISO_8859_1);
        } catch (LinkException e) {
            throw new IllegalStateException("Lines are never garbled", e);
        }
    }
}
