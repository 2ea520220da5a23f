package org.busbar.analyses.cyclerfiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

/** Tells files of Apache Parquet, which are no text. */
final class Parquet {

    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    private Parquet() {}

    static InputStream refused(InputStream bytes) throws IOException {
        PushbackInputStream stream = new PushbackInputStream(bytes, MAGIC.length);
        byte[] start = stream.readNBytes(MAGIC.length);
        if (Arrays.equals(start, MAGIC)) {
            throw new IllegalArgumentException(
                    "it is a Parquet file, which is not read here; save the table as a CSV file with the same headings");
        }
        stream.unread(start);
        return stream;
    }
}
