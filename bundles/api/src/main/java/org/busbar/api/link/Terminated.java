package org.busbar.api.link;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Frames that end with given characters; what comes before their beginning is noise and skipped. */
record Terminated(byte[] head, byte[] tail, byte[] begin, byte[] end) implements Framing {

    Terminated(String head, String tail, String begin, String end) {
        this(bytes(head), bytes(tail), bytes(begin), bytes(end));
        if (this.end.length == 0) {
            throw new IllegalArgumentException("A reply needs characters that end it, such as \"\\r\\n\"");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public byte[] frame(byte[] message) {
        byte[] frame = Arrays.copyOf(head, head.length + message.length + tail.length);
        System.arraycopy(message, 0, frame, head.length, message.length);
        System.arraycopy(tail, 0, frame, head.length + message.length, tail.length);
        return frame;
    }

    @Override
    public int length(byte[] bytes, int count) {
        int from = find(begin, bytes, 0, count);
        int at = from < 0 ? -1 : find(end, bytes, from + begin.length, count);
        return at < 0 ? 0 : at + end.length;
    }

    @Override
    public byte[] message(byte[] frame) {
        int from = find(begin, frame, 0, frame.length) + begin.length;
        return Arrays.copyOfRange(frame, from, frame.length - end.length);
    }

    private static int find(byte[] what, byte[] in, int from, int to) {
        for (int i = from; i + what.length <= to; i++) {
            if (Arrays.equals(what, 0, what.length, in, i, i + what.length)) {
                return i;
            }
        }
        return -1;
    }
}
