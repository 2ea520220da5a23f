package org.busbar.drivers.modbus;

import com.digitalpetri.modbus.pdu.ModbusRequestPdu;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteSingleCoilRequest;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterRequest;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import org.busbar.api.Unit;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.LinkException;

/**
 * A number or a bit of an instrument.
 *
 * @param address counted from 0, as it is sent
 * @param encoding of no meaning for bits
 * @param scale what one count means, in {@code unit}; not 0
 * @param offset what 0 counts mean, in {@code unit}
 * @param many whether a single register is written by function 16 and not 6
 */
record Register(
        String name,
        Table table,
        int address,
        Encoding encoding,
        WordOrder order,
        double scale,
        double offset,
        Unit unit,
        boolean many) {

    Register {
        int last = address + (table.isBits() ? 1 : encoding.registers()) - 1;
        if (address < 0 || last > 0xFFFF) {
            throw new IllegalArgumentException(
                    name + ": the address " + address
                            + " is not within 0 to 65535; addresses are counted from 0, so what a manual calls 40001 is holding: 0");
        }
        if (!(Math.abs(scale) > 0) || !Double.isFinite(scale) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException(
                    name + ": a scale of " + scale + " with an offset of " + offset + " gives no numbers");
        }
    }

    /**
     * Asks the instrument for it.
     *
     * @return in {@code unit}, with the digits that it has; 0 or 1 for a bit
     * @throws DeviceException if the instrument refuses, or says that the number is none, as for a sensor that is not there
     */
    BigDecimal read(Station station) throws DeviceException, LinkException, InterruptedException {
        if (table.isBits()) {
            return BigDecimal.valueOf(station.read(name, table, address, 1)[0] & 1);
        }
        double counts = encoding.decode(order.arrange(station.read(name, table, address, encoding.registers())));
        if (!Double.isFinite(counts)) {
            throw new DeviceException(name + " is " + counts + ": is the sensor connected?");
        }
        return BigDecimal.valueOf(counts)
                .multiply(BigDecimal.valueOf(scale))
                .add(BigDecimal.valueOf(offset))
                .stripTrailingZeros();
    }

    /**
     * The request that gives the instrument another one.
     *
     * @param value in {@code unit}
     * @throws DeviceException if it has no place in the register
     */
    ModbusRequestPdu request(double value) throws DeviceException {
        if (table == Table.COIL) {
            return new WriteSingleCoilRequest(address, bit(value));
        }
        byte[] bytes = order.arrange(encoded(value));
        return many || bytes.length > 2
                ? new WriteMultipleRegistersRequest(address, encoding.registers(), bytes)
                : new WriteSingleRegisterRequest(address, ByteBuffer.wrap(bytes).getShort() & 0xFFFF);
    }

    private byte[] encoded(double value) throws DeviceException {
        try {
            return encoding.encode((value - offset) / scale);
        } catch (IllegalArgumentException e) {
            throw new DeviceException(
                    name + " = " + value + " " + unit.ucum() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private boolean bit(double value) throws DeviceException {
        if (value != 0 && value != 1) {
            throw new DeviceException(name + " = " + value + " cannot be written: a coil is 0 or 1");
        }
        return value == 1;
    }
}
