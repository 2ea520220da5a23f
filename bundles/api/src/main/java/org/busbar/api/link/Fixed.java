package org.busbar.api.link;

/** Replies of always as many bytes. */
record Fixed(int bytes) implements Framing {

    Fixed {
        if (bytes < 1) {
            throw new IllegalArgumentException("A reply has 1 byte or more, not " + bytes);
        }
    }

    @Override
    public byte[] frame(byte[] message) {
        return message;
    }

    @Override
    public int length(byte[] frame, int count) {
        return count < bytes ? 0 : bytes;
    }

    @Override
    public byte[] message(byte[] frame) {
        return frame;
    }
}
