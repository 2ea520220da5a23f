package org.busbar.analyses.cyclerbinary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a file, least significant first. Reading beyond the end is an {@link IllegalArgumentException} that says
 * what was expected where.
 */
record Bytes(ByteBuffer data) {

    static Bytes of(byte[] data) {
        return new Bytes(ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN));
    }

    int size() {
        return data.limit();
    }

    /** Passes if {@code length} bytes of {@code what} are there from {@code at} on. */
    void require(int at, long length, String what) {
        if (at < 0 || length < 0 || at + length > size()) {
            throw new IllegalArgumentException("it ends at byte " + size() + ", but " + length + " bytes of " + what
                    + " are expected from byte " + at + " on; the file is cut or damaged, so copy or export it again");
        }
    }

    int unsignedByte(int at) {
        require(at, 1, "a number");
        return data.get(at) & 0xff;
    }

    int unsignedShort(int at) {
        require(at, 2, "a number");
        return data.getShort(at) & 0xffff;
    }

    int signedShort(int at) {
        require(at, 2, "a number");
        return data.getShort(at);
    }

    int integer(int at) {
        require(at, 4, "a number");
        return data.getInt(at);
    }

    long unsignedInteger(int at) {
        return integer(at) & 0xffff_ffffL;
    }

    long longInteger(int at) {
        require(at, 8, "a number");
        return data.getLong(at);
    }

    double single(int at) {
        require(at, 4, "a number");
        return data.getFloat(at);
    }

    double twice(int at) {
        require(at, 8, "a number");
        return data.getDouble(at);
    }

    /** Whether that text, of Latin letters, stands at {@code at}. */
    boolean starts(int at, String text) {
        return starts(at, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    boolean starts(int at, byte[] pattern) {
        return at >= 0
                && at + pattern.length <= size()
                && Arrays.equals(data.array(), at, at + pattern.length, pattern, 0, pattern.length);
    }

    /** Where the pattern is found first from {@code from} on; -1 if nowhere. */
    int find(byte[] pattern, int from) {
        for (int at = from; at + pattern.length <= size(); at++) {
            if (starts(at, pattern)) {
                return at;
            }
        }
        return -1;
    }

    /** Up to {@code length} characters from {@code at} on, those that cannot be printed as full stops. */
    String text(int at, int length) {
        int end = Math.min(size(), at + length);
        return new String(data.array(), at, end - at, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
    }
}
