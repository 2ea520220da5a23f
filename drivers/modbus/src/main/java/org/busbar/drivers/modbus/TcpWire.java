package org.busbar.drivers.modbus;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.busbar.api.link.Framing;
import org.busbar.api.link.LinkException;

/** Modbus over TCP, where a number in the header says which reply belongs to which request. */
final class TcpWire implements Wire {

    private static final int HEADER = 7;

    private final AtomicInteger transaction = new AtomicInteger();
    private final int unit;

    TcpWire(int unit) {
        this.unit = unit;
    }

    @Override
    public Framing framing() {
        return new MbapFraming();
    }

    @Override
    public byte[] wrap(byte[] request) {
        return ByteBuffer.allocate(HEADER + request.length)
                .putShort((short) transaction.incrementAndGet())
                .putShort((short) 0)
                .putShort((short) (request.length + 1))
                .put((byte) unit)
                .put(request)
                .array();
    }

    @Override
    public byte[] unwrap(byte[] asked, byte[] answered) throws LinkException {
        if (!Arrays.equals(asked, 0, 2, answered, 0, 2) || asked[HEADER - 1] != answered[HEADER - 1]) {
            throw new LinkException(
                    LinkException.Kind.GARBLED,
                    "The reply is one to request " + number(answered) + " of unit " + (answered[HEADER - 1] & 0xFF)
                            + ", and asked was " + number(asked) + " of unit " + unit
                            + ": look for another program that talks to this instrument, or a gateway with other unit ids");
        }
        return Arrays.copyOfRange(answered, HEADER, answered.length);
    }

    private static int number(byte[] message) {
        return ByteBuffer.wrap(message).getShort() & 0xFFFF;
    }
}
