package org.busbar.drivers.modbus;

import java.nio.ByteBuffer;
import org.busbar.api.link.Framing;
import org.busbar.api.link.LinkException;

/**
 * Messages with the header of Modbus over TCP, which says how long they are (MODBUS messaging on TCP/IP V1.0b, section
 * 3.1.3). The header is part of the message: it tells replies apart.
 */
record MbapFraming() implements Framing {

    private static final int LENGTH_AT = 4;
    private static final int BEFORE = 6;
    private static final int LONGEST = 254;

    @Override
    public byte[] frame(byte[] message) {
        return message;
    }

    @Override
    public int length(byte[] bytes, int count) throws LinkException {
        if (count < BEFORE) {
            return 0;
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int protocol = header.getShort(2) & 0xFFFF;
        int length = header.getShort(LENGTH_AT) & 0xFFFF;
        if (protocol != 0 || length < 3 || length > LONGEST) {
            throw new LinkException(
                    LinkException.Kind.GARBLED,
                    "What came has protocol " + protocol + " and a length of " + length
                            + " bytes in its header, and is not Modbus TCP: look at host and port, or set framing to rtu");
        }
        return count < BEFORE + length ? 0 : BEFORE + length;
    }

    @Override
    public byte[] message(byte[] frame) {
        return frame;
    }
}
