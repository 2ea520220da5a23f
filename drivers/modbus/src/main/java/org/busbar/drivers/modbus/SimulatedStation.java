package org.busbar.drivers.modbus;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.LinkException;

/** An instrument in software that speaks Modbus. Silent, as a real one, where a request is damaged or for another unit. */
final class SimulatedStation implements Instrument {

    private static final int ILLEGAL_FUNCTION = 1;
    private static final int ILLEGAL_ADDRESS = 2;
    private static final int ILLEGAL_VALUE = 3;

    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private final boolean rtu;
    private final Framing framing;
    private final int unit;
    private final Memory memory;

    SimulatedStation(boolean rtu, int unit, Memory memory) {
        this.rtu = rtu;
        this.framing = rtu ? RtuFraming.requests() : new MbapFraming();
        this.unit = unit;
        this.memory = memory;
    }

    @Override
    public void hear(byte[] bytes, Voice voice) {
        open.writeBytes(bytes);
        try {
            for (int length = length(); length > 0; length = length()) {
                answer(take(length), voice);
            }
        } catch (LinkException e) {
            open.reset(); // what an instrument cannot understand it does not answer
        }
    }

    private int length() throws LinkException {
        byte[] all = open.toByteArray();
        return framing.length(all, all.length);
    }

    private byte[] take(int length) throws LinkException {
        byte[] all = open.toByteArray();
        open.reset();
        open.write(all, length, all.length - length);
        return framing.message(Arrays.copyOf(all, length));
    }

    private void answer(byte[] message, Voice voice) {
        int head = rtu ? 1 : 7;
        if ((message[head - 1] & 0xFF) == unit) {
            byte[] reply = reply(ByteBuffer.wrap(message, head, message.length - head));
            ByteBuffer answer = ByteBuffer.allocate(head + reply.length);
            answer.put(message, 0, head).put(reply);
            if (!rtu) {
                answer.putShort(4, (short) (reply.length + 1));
            }
            voice.say(framing.frame(answer.array()));
        }
    }

    private byte[] reply(ByteBuffer request) {
        int function = request.get();
        return switch (function) {
            case 1 -> read(function, Table.COIL, request);
            case 2 -> read(function, Table.DISCRETE, request);
            case 3 -> read(function, Table.HOLDING, request);
            case 4 -> read(function, Table.INPUT, request);
            case 5 -> write(function, Table.COIL, request);
            case 6 -> write(function, Table.HOLDING, request);
            case 16 -> writeMany(request);
            default -> exception(function, ILLEGAL_FUNCTION);
        };
    }

    private byte[] read(int function, Table table, ByteBuffer request) {
        int address = request.getShort() & 0xFFFF;
        int count = request.getShort() & 0xFFFF;
        if (count < 1 || count > (table.isBits() ? 2000 : 125)) {
            return exception(function, ILLEGAL_VALUE);
        }
        byte[] data = new byte[table.isBits() ? (count + 7) / 8 : 2 * count];
        for (int i = 0; i < count; i++) {
            int value = memory.get(table, address + i);
            if (value < 0) {
                return exception(function, ILLEGAL_ADDRESS);
            }
            put(table, data, i, value);
        }
        return ByteBuffer.allocate(2 + data.length)
                .put((byte) function)
                .put((byte) data.length)
                .put(data)
                .array();
    }

    private static void put(Table table, byte[] data, int i, int value) {
        if (table.isBits()) {
            data[i / 8] |= (byte) (value << i % 8);
        } else {
            ByteBuffer.wrap(data).putShort(2 * i, (short) value);
        }
    }

    private byte[] write(int function, Table table, ByteBuffer request) {
        byte[] echo = Arrays.copyOfRange(request.array(), request.position() - 1, request.position() + 4);
        int address = request.getShort() & 0xFFFF;
        int said = request.getShort() & 0xFFFF;
        int value = table == Table.COIL ? said / 0xFF00 : said;
        return written(function, table, new int[] {value}, address, echo);
    }

    private byte[] writeMany(ByteBuffer request) {
        byte[] echo = Arrays.copyOfRange(request.array(), request.position() - 1, request.position() + 4);
        int address = request.getShort() & 0xFFFF;
        int[] values = new int[request.getShort() & 0xFFFF];
        request.get();
        if (request.remaining() < 2 * values.length) {
            return exception(16, ILLEGAL_VALUE);
        }
        Arrays.setAll(values, i -> request.getShort() & 0xFFFF);
        return written(16, Table.HOLDING, values, address, echo);
    }

    private byte[] written(int function, Table table, int[] values, int address, byte[] echo) {
        for (int i = 0; i < values.length; i++) {
            if (memory.get(table, address + i) < 0) {
                return exception(function, ILLEGAL_ADDRESS);
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (!memory.set(table, address + i, values[i])) {
                return exception(function, ILLEGAL_VALUE);
            }
        }
        return echo;
    }

    private static byte[] exception(int function, int code) {
        return new byte[] {(byte) (function | 0x80), (byte) code};
    }
}
