package org.busbar.drivers.modbus;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.busbar.api.link.Framing;
import org.busbar.api.link.LinkException;

/** Modbus RTU, on a serial line or through a converter to one. */
record RtuWire(int unit) implements Wire {

    @Override
    public Framing framing() {
        return RtuFraming.replies();
    }

    @Override
    public byte[] wrap(byte[] request) {
        return ByteBuffer.allocate(1 + request.length)
                .put((byte) unit)
                .put(request)
                .array();
    }

    @Override
    public byte[] unwrap(byte[] asked, byte[] answered) throws LinkException {
        if (asked[0] != answered[0]) {
            throw new LinkException(
                    LinkException.Kind.GARBLED,
                    "Unit " + (answered[0] & 0xFF) + " answered, and unit " + unit
                            + " was asked: look for two instruments with the same unit id on the line");
        }
        return Arrays.copyOfRange(answered, 1, answered.length);
    }
}
