package org.busbar.analyses.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses what is longer than the limit as soon as that is seen, so that nothing huge is read to its end. */
final class CountedInput extends FilterInputStream {

    private final long most;
    private long read;

    CountedInput(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int more) {
        read += more;
        if (read > most) {
            throw new IllegalArgumentException("the table is larger than the limit of " + most
                    + " bytes; leave out columns or rows that are not needed");
        }
    }
}
