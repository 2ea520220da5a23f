package org.busbar.drivers.modbus;

import com.digitalpetri.modbus.pdu.ModbusRequestPdu;
import com.digitalpetri.modbus.pdu.ReadCoilsRequest;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import java.util.Locale;

/** The four tables of an instrument (MODBUS application protocol V1.1b3, section 4.3). */
enum Table {
    /** Numbers that are read and written. */
    HOLDING,
    /** Numbers that are read only. */
    INPUT,
    /** Bits that are read and written. */
    COIL,
    /** Bits that are read only. */
    DISCRETE;

    boolean isBits() {
        return this == COIL || this == DISCRETE;
    }

    boolean isWritable() {
        return this == HOLDING || this == COIL;
    }

    /** The request for the content of places from {@code address}, counted from 0. */
    ModbusRequestPdu read(int address, int count) {
        return switch (this) {
            case HOLDING -> new ReadHoldingRegistersRequest(address, count);
            case INPUT -> new ReadInputRegistersRequest(address, count);
            case COIL -> new ReadCoilsRequest(address, count);
            case DISCRETE -> new ReadDiscreteInputsRequest(address, count);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
