package org.busbar.drivers.modbus;

import java.nio.ByteBuffer;
import org.busbar.api.link.Framing;

/** What an instrument answers that takes no requests now: exception 6 (MODBUS application protocol V1.1b3, section 7). */
final class Busy {

    private static final byte CODE = 6;
    private static final int TCP_HEAD = 7;
    private static final int RTU_HEAD = 1;

    /** To the reading of one register of unit 1, over TCP. */
    static final byte[] EXAMPLE = answer(new byte[] {0, 1, 0, 0, 0, 6, 1, 3, 0, 0, 0, 1});

    private Busy() {}

    /** The answer to a request; both framed, as the request is. */
    static byte[] answer(byte[] request) {
        int head = isTcp(request) ? TCP_HEAD : RTU_HEAD;
        ByteBuffer answer = ByteBuffer.allocate(head + 2)
                .put(request, 0, head)
                .put((byte) (request[head] | 0x80))
                .put(CODE);
        if (head == TCP_HEAD) {
            answer.putShort(4, (short) 3);
        }
        Framing framing = head == TCP_HEAD ? new MbapFraming() : RtuFraming.requests();
        return framing.frame(answer.array());
    }

    /** A request of RTU never looks so: where as many bytes follow, its bytes 5 and 6 are the number of values, which is less. */
    private static boolean isTcp(byte[] request) {
        ByteBuffer bytes = ByteBuffer.wrap(request);
        return request.length > TCP_HEAD + 4
                && bytes.getShort(2) == 0
                && (bytes.getShort(4) & 0xFFFF) == request.length - 6;
    }
}
