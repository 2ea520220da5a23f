package org.busbar.api.link;

import java.util.Arrays;
import java.util.HexFormat;

/** Messages that end with a checksum, in frames. */
record Checked(Framing framing, Checksum checksum) implements Framing {

    @Override
    public byte[] frame(byte[] message) {
        byte[] sum = checksum.of(message);
        byte[] both = Arrays.copyOf(message, message.length + sum.length);
        System.arraycopy(sum, 0, both, message.length, sum.length);
        return framing.frame(both);
    }

    @Override
    public int length(byte[] bytes, int count) throws LinkException {
        return framing.length(bytes, count);
    }

    @Override
    public byte[] message(byte[] frame) throws LinkException {
        byte[] both = framing.message(frame);
        int length = Math.max(0, both.length - checksum.of(new byte[0]).length);
        byte[] message = Arrays.copyOf(both, length);
        byte[] sum = Arrays.copyOfRange(both, length, both.length);
        byte[] right = checksum.of(message);
        if (!Arrays.equals(sum, right)) {
            throw new LinkException(
                    LinkException.Kind.GARBLED,
                    "The checksum of a reply is " + hex(sum) + " and should be " + hex(right)
                            + ": look for a loose plug, a wrong baud rate or another device on the line");
        }
        return message;
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
