package org.busbar.drivers.modbus;

import com.digitalpetri.modbus.ModbusPduSerializer.DefaultRequestSerializer;
import com.digitalpetri.modbus.exceptions.ModbusException;
import com.digitalpetri.modbus.pdu.ModbusRequestPdu;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;

/** One instrument on a line. Blocks for each exchange. */
final class Station {

    private static final int LONGEST = 253;

    private final Link link;
    private final Wire wire;

    Station(Link link, Wire wire) {
        this.link = link;
        this.wire = wire;
    }

    /** The same instrument, for what cannot wait. */
    Station urgent() {
        return new Station(link.urgent(), wire);
    }

    /**
     * Reads from places that lie side by side.
     *
     * @param name what is read, for messages
     * @return two bytes for each register, or one for up to eight bits, the first bit lowest
     * @throws DeviceException if the instrument refuses
     */
    byte[] read(String name, Table table, int address, int count)
            throws DeviceException, LinkException, InterruptedException {
        int bytes = table.isBits() ? (count + 7) / 8 : 2 * count;
        byte[] reply = ask(name, table.read(address, count));
        if (reply.length != 2 + bytes || (reply[1] & 0xFF) != bytes) {
            throw garbled(name + ": " + (reply.length - 2) + " bytes came, where " + bytes + " were asked for");
        }
        return Arrays.copyOfRange(reply, 2, reply.length);
    }

    /**
     * Writes, and sees that the instrument confirms what was written.
     *
     * @param name what is written, for messages
     * @throws DeviceException if the instrument refuses
     */
    void write(String name, ModbusRequestPdu request) throws DeviceException, LinkException, InterruptedException {
        byte[] confirmed = ask(name, request);
        byte[] wanted = Arrays.copyOf(bytes(request), 5);
        if (!Arrays.equals(confirmed, wanted)) {
            throw garbled(name + ": the instrument confirms something else than what was written");
        }
    }

    private byte[] ask(String name, ModbusRequestPdu request)
            throws DeviceException, LinkException, InterruptedException {
        byte[] asked = wire.wrap(bytes(request));
        byte[] reply = wire.unwrap(asked, link.ask(asked));
        int function = reply.length == 0 ? 0 : reply[0] & 0xFF;
        if (function == (request.getFunctionCode() | 0x80) && reply.length == 2) {
            Refusal.raise(name, link.uri(), reply[1] & 0xFF);
        }
        if (function != request.getFunctionCode()) {
            throw garbled(name + ": a reply to function " + function + " came, where function "
                    + request.getFunctionCode() + " was asked for");
        }
        return reply;
    }

    private LinkException garbled(String what) {
        return new LinkException(LinkException.Kind.GARBLED, link.uri() + ": " + what);
    }

    private static byte[] bytes(ModbusRequestPdu request) {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST);
        try {
            DefaultRequestSerializer.INSTANCE.encode(request, buffer);
        } catch (ModbusException e) {
            throw new IllegalStateException("The request cannot be written: " + request, e);
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
