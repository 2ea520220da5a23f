package org.busbar.drivers.modbus;

import org.busbar.api.link.Checksum;
import org.busbar.api.link.Framing;
import org.busbar.api.link.LinkException;

/**
 * Messages of Modbus RTU, whose length follows from their function (MODBUS over serial line V1.02, section 2.5.1): what
 * comes is told apart by that and not by pauses, which no operating system keeps.
 *
 * @param ofRequests whether what comes are requests, as an instrument hears them; else replies
 */
record RtuFraming(boolean ofRequests) implements Framing {

    /** For the side that asks. */
    static Framing replies() {
        return new RtuFraming(false).checked(Checksum.CRC16_MODBUS);
    }

    /** For the side that answers. */
    static Framing requests() {
        return new RtuFraming(true).checked(Checksum.CRC16_MODBUS);
    }

    @Override
    public byte[] frame(byte[] message) {
        return message;
    }

    @Override
    public int length(byte[] bytes, int count) throws LinkException {
        if (count < 2) {
            return 0;
        }
        int length = ofRequests ? requestLength(bytes, count) : replyLength(bytes, count);
        return count < length ? 0 : length;
    }

    @Override
    public byte[] message(byte[] frame) {
        return frame;
    }

    private static int replyLength(byte[] bytes, int count) throws LinkException {
        int function = bytes[1] & 0xFF;
        if (function > 0x80) {
            return 5;
        }
        return switch (function) {
            case 1, 2, 3, 4 -> counted(bytes, count, 2, 5);
            case 5, 6, 15, 16 -> 8;
            default -> throw unknown(function);
        };
    }

    private static int requestLength(byte[] bytes, int count) throws LinkException {
        int function = bytes[1] & 0xFF;
        return switch (function) {
            case 1, 2, 3, 4, 5, 6 -> 8;
            case 15, 16 -> counted(bytes, count, 6, 9);
            default -> throw unknown(function);
        };
    }

    private static int counted(byte[] bytes, int count, int at, int others) {
        return count <= at ? Integer.MAX_VALUE : (bytes[at] & 0xFF) + others;
    }

    private static LinkException unknown(int function) {
        return new LinkException(
                LinkException.Kind.GARBLED,
                "What came has the function code " + function
                        + ", which was not asked for: look for a wrong baud rate, or another device on the line");
    }
}
