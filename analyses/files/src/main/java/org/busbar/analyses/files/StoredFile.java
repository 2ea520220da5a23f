package org.busbar.analyses.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.busbar.api.Resource;
import org.busbar.api.artifact.Artifacts;

/**
 * A file in the store of raw files, read once for its length and once for its content, so that one that is too long is
 * refused before any of it is kept in memory. Immutable.
 *
 * @param analysis the name with which every message begins
 * @param limit the most bytes that are read
 */
public record StoredFile(String analysis, Artifacts artifacts, Resource resource, long limit) {

    private static final int CHUNK = 1 << 16;

    /** What is made of the bytes of a file. */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * Reads {@code bytes} to the end or less; they are closed by the caller.
         *
         * @throws IOException if they cannot be read
         * @throws IllegalArgumentException if they are not what is wanted; the message says why, for people
         * @throws InterruptedException if told to stop
         */
        T read(InputStream bytes) throws IOException, InterruptedException;
    }

    /**
     * Reads the file; blocks for the disk.
     *
     * @throws IllegalArgumentException if it is not in the store, empty, above the limit or refused by {@code reading};
     *     the message begins with the name of the analysis
     * @throws InterruptedException if told to stop
     */
    public <T> T read(Reading<T> reading) throws InterruptedException {
        try {
            requireLength();
            try (InputStream bytes = artifacts.open(resource.sha256())) {
                return reading.read(bytes);
            }
        } catch (IOException e) {
            throw refusal("cannot be read from the store of raw files: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw refusal(String.valueOf(e.getMessage()), e);
        }
    }

    private void requireLength() throws IOException, InterruptedException {
        long length = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream bytes = artifacts.open(resource.sha256())) {
            for (int n = bytes.read(chunk); n >= 0 && length <= limit; n = bytes.read(chunk)) {
                length += n;
                Interruption.check();
            }
        }
        if (length == 0) {
            throw new IllegalArgumentException("it is empty (0 bytes); export it again");
        }
        if (length > limit) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "it is longer than the limit of %d bytes (%.1f MB); split it, or give a larger max_bytes",
                    limit,
                    limit / 1e6));
        }
    }

    private IllegalArgumentException refusal(String reason, Exception cause) {
        return new IllegalArgumentException(analysis + ": file " + resource.uri() + ": " + reason, cause);
    }
}
