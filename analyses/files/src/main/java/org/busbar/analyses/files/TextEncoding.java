package org.busbar.analyses.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Tells how a text is encoded: by its byte order mark (UTF-8, UTF-16), else UTF-8 if its first 64 KB are, else Latin-1.
 * What is not UTF-8 further down becomes U+FFFD.
 */
final class TextEncoding {

    private static final int SAMPLE = 1 << 16;

    private TextEncoding() {}

    /**
     * The characters of {@code bytes} without the byte order mark.
     *
     * @throws IllegalArgumentException if they are no text, for they hold the byte 0
     */
    static Reader open(InputStream bytes) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(bytes, SAMPLE);
        stream.mark(SAMPLE);
        byte[] start = stream.readNBytes(SAMPLE);
        stream.reset();
        Charset charset = of(start);
        stream.skipNBytes(markLength(start));
        return new InputStreamReader(stream, charset);
    }

    /** The encoding of a text that starts like this. */
    static Charset of(byte[] start) {
        if (startsWith(start, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(start, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        requireText(start);
        return isUtf8(start) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }

    private static int markLength(byte[] start) {
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF) ? 2 : 0;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static void requireText(byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (start[i] == 0) {
                throw new IllegalArgumentException("it is not a text file: byte " + i
                        + " is 0; export it as text, or use the reader of that format");
            }
        }
    }

    /** A character cut by the end of the sample is no error, since that is not the end of the input. */
    private static boolean isUtf8(byte[] start) {
        return !StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length + 1), false)
                .isError();
    }
}
