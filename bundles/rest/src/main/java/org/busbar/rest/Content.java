package org.busbar.rest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.busbar.rest.Problem.Kind;
import org.jspecify.annotations.Nullable;

/** The body of a call, read when it is asked for, so that nobody makes the server read what it would refuse anyway. */
final class Content {

    /** Where the bytes come from. */
    @FunctionalInterface
    interface Source {
        /** At most so many of them. */
        byte[] read(int most) throws IOException;
    }

    private final Source source;
    private @Nullable String text;

    Content(Source source) {
        this.source = source;
    }

    /**
     * The whole text.
     *
     * @throws Refused if it is longer than so many bytes, ends too early, or is not UTF-8
     */
    String upTo(int longest) {
        if (text == null) {
            text = text(bytes(longest));
        }
        return text;
    }

    private byte[] bytes(int longest) {
        byte[] bytes;
        try {
            bytes = source.read(longest + 1);
        } catch (IOException e) {
            throw new Refused(Kind.MALFORMED, "The body could not be read to its end");
        }
        if (bytes.length > longest) {
            throw new Refused(Kind.TOO_LARGE, "The body is longer than the limit of " + longest + " bytes");
        }
        return bytes;
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused(Kind.MALFORMED, "The body is not UTF-8");
        }
    }
}
