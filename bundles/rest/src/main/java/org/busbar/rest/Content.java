package org.busbar.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.busbar.rest.Problem.Kind;
import org.jspecify.annotations.Nullable;

/** The body of a call, read when it is asked for, so that nobody makes the server read what it would refuse anyway. */
final class Content {

    private static final int CHUNK = 1 << 16;
    private static final String UNREADABLE = "The body could not be read to its end";

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

    /**
     * Writes the bytes to a file, as they come.
     *
     * @throws Refused if there are more than so many, they end too early, or they cannot be written
     */
    void into(Path file, int longest) {
        try (OutputStream out = Files.newOutputStream(file)) {
            long written = 0;
            byte[] chunk = chunk();
            while (chunk.length > 0 && written <= longest) {
                written += chunk.length;
                out.write(chunk);
                chunk = chunk.length < CHUNK ? new byte[0] : chunk();
            }
            requireShort(written, longest);
        } catch (IOException e) {
            throw new Refused(Kind.UNAVAILABLE, "The body cannot be kept just now: " + e.getMessage());
        }
    }

    private byte[] chunk() {
        try {
            return source.read(CHUNK);
        } catch (IOException e) {
            throw new Refused(Kind.MALFORMED, UNREADABLE);
        }
    }

    private static void requireShort(long length, int longest) {
        if (length > longest) {
            throw new Refused(Kind.TOO_LARGE, "The body is longer than the limit of " + longest + " bytes");
        }
    }

    private byte[] bytes(int longest) {
        byte[] bytes;
        try {
            bytes = source.read(longest + 1);
        } catch (IOException e) {
            throw new Refused(Kind.MALFORMED, UNREADABLE);
        }
        requireShort(bytes.length, longest);
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
