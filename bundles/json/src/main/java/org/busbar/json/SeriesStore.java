package org.busbar.json;

import java.io.UncheckedIOException;

/** Where the numbers of long series are, if they are not in the document itself. Safe for use by many threads. */
public interface SeriesStore {

    /** A series of more numbers than this goes to the store. */
    int LONGEST_INLINE = 16;

    /**
     * Keeps the numbers; they are on disk when this returns.
     *
     * @return their name: the SHA-256 of the numbers as little-endian 64-bit floats, as 64 hexadecimal digits
     * @throws UncheckedIOException if they cannot be written
     */
    String keep(double[] numbers);

    /**
     * The numbers of that name, which the caller must not change.
     *
     * @throws UncheckedIOException if they are missing or damaged; the message names the file and what to do
     */
    double[] read(String sha256);
}
