package org.busbar.analyses.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text of any encoding, one at a time; ends of line are CR, LF or both. For one thread; blocks while the
 * stream does.
 */
public final class TextLines implements Closeable {

    /** No table of an instrument has a longer line; a file without ends of line would fill the memory. */
    static final int LONGEST = 1 << 20;

    private final Reader reader;
    private final char[] buffer = new char[1 << 15];
    private int next;
    private int filled;
    private long number;

    /**
     * The lines of {@code bytes}.
     *
     * @throws IllegalArgumentException if they are no text
     */
    public TextLines(InputStream bytes) throws IOException {
        reader = TextEncoding.open(bytes);
    }

    /**
     * The next line without its end; null after the last one.
     *
     * @throws IllegalArgumentException if it is longer than a million characters
     */
    public @Nullable String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = read();
        if (c < 0) {
            return null;
        }
        number++;
        while (c >= 0 && c != '\n' && c != '\r') {
            append(line, c);
            c = read();
        }
        skipLineFeedAfter(c);
        return line.toString();
    }

    /** The number of the line last given, from 1. */
    public long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void append(StringBuilder line, int c) {
        if (line.length() >= LONGEST) {
            throw new IllegalArgumentException("line " + number + " is longer than " + LONGEST
                    + " characters, so it is not a table; check that this is the right file");
        }
        line.append((char) c);
    }

    private void skipLineFeedAfter(int c) throws IOException {
        if (c == '\r' && read() != '\n' && next > 0) {
            next--;
        }
    }

    private int read() throws IOException {
        if (next >= filled) {
            filled = reader.read(buffer);
            next = 0;
        }
        return filled > 0 ? buffer[next++] : -1;
    }
}
