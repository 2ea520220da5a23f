package org.busbar.api.link;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Frames that begin with the length of what follows, highest byte first. */
record Prefixed(int bytes) implements Framing {

    Prefixed {
        if (bytes != 1 && bytes != 2 && bytes != 4) {
            throw new IllegalArgumentException("A length has 1, 2 or 4 bytes, not " + bytes);
        }
    }

    @Override
    public byte[] frame(byte[] message) {
        if (bytes < 4 && message.length >= 1 << 8 * bytes) {
            throw new IllegalArgumentException(
                    "A message of " + message.length + " bytes is longer than " + bytes + " bytes can say");
        }
        byte[] length = ByteBuffer.allocate(4).putInt(message.length).array();
        byte[] frame = Arrays.copyOfRange(length, 4 - bytes, 4 + message.length);
        System.arraycopy(message, 0, frame, bytes, message.length);
        return frame;
    }

    @Override
    public int length(byte[] frame, int count) throws LinkException {
        if (count < bytes) {
            return 0;
        }
        int length = 0;
        for (int i = 0; i < bytes; i++) {
            length = length << 8 | frame[i] & 0xFF;
        }
        if (length < 0) {
            throw new LinkException(LinkException.Kind.GARBLED, "A frame says that it has " + length + " bytes");
        }
        return count - bytes < length ? 0 : bytes + length;
    }

    @Override
    public byte[] message(byte[] frame) {
        return Arrays.copyOfRange(frame, bytes, frame.length);
    }
}
