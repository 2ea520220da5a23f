package org.busbar.links;

import java.util.Arrays;

/** Ways in which a reply is damaged, so that it can be noticed. Pure. */
enum Damage {
    /** Its second half is lost. */
    CUT {
        @Override
        byte[] of(byte[] frame, byte[] message) {
            return frame.length < 2 ? FLIPPED.of(frame, message) : Arrays.copyOf(frame, frame.length / 2);
        }
    },
    /** It comes twice. */
    DOUBLED {
        @Override
        byte[] of(byte[] frame, byte[] message) {
            byte[] twice = Arrays.copyOf(frame, 2 * frame.length);
            System.arraycopy(frame, 0, twice, frame.length, frame.length);
            return twice;
        }
    },
    /** The highest bit of each byte of its message is the other one; what frames it is whole. */
    FLIPPED {
        @Override
        byte[] of(byte[] frame, byte[] message) {
            byte[] flipped = frame.clone();
            int from = message.length == 0 ? 0 : find(message, frame);
            int to = message.length == 0 ? frame.length : from + message.length;
            for (int i = from; i < to; i++) {
                flipped[i] ^= (byte) 0x80;
            }
            return flipped;
        }
    };

    /**
     * What comes instead of a frame.
     *
     * @param message what the frame says
     */
    abstract byte[] of(byte[] frame, byte[] message);

    /** Where the message is in its frame; a message that is not there as it is counts as at the beginning. */
    private static int find(byte[] message, byte[] frame) {
        for (int i = 0; i + message.length <= frame.length; i++) {
            if (Arrays.equals(message, 0, message.length, frame, i, i + message.length)) {
                return i;
            }
        }
        return 0;
    }
}
