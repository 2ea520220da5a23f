package org.busbar.links;

import java.util.Arrays;

/** What has come on a line and is not used up. Used by one thread at a time. */
final class Received {

    private byte[] bytes = new byte[256];
    private int count;

    /** The first {@link #count} of them count; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    int count() {
        return count;
    }

    byte[] all() {
        return Arrays.copyOf(bytes, count);
    }

    void add(byte[] more) {
        if (count + more.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, count + more.length));
        }
        System.arraycopy(more, 0, bytes, count, more.length);
        count += more.length;
    }

    /** Puts bytes before all others. */
    void restore(byte[] first) {
        byte[] rest = clear();
        add(first);
        add(rest);
    }

    byte[] take(int length) {
        byte[] taken = Arrays.copyOf(bytes, length);
        System.arraycopy(bytes, length, bytes, 0, count - length);
        count -= length;
        return taken;
    }

    /** Takes all. */
    byte[] clear() {
        byte[] all = all();
        bytes = new byte[256];
        count = 0;
        return all;
    }
}
