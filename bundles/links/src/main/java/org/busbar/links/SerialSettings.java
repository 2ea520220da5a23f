package org.busbar.links;

import com.fazecast.jSerialComm.SerialPort;

/** How a serial port is set: speed, the form of a character, handshake, and the two lines to the instrument. */
record SerialSettings(int baud, int data, String parity, int stop, String flow, boolean dtr, boolean rts) {

    static SerialSettings of(Options options) {
        return new SerialSettings(
                options.whole("baud", 9_600, 50, 4_000_000),
                options.whole("data", 8, 5, 8),
                options.choice("parity", "none", "none", "odd", "even"),
                options.whole("stop", 1, 1, 2),
                options.choice("flow", "none", "none", "rts", "xon"),
                options.choice("dtr", "on", "on", "off").equals("on"),
                options.choice("rts", "on", "on", "off").equals("on"));
    }

    /** Sets a port that is not open yet. */
    void apply(SerialPort port) {
        port.setComPortParameters(
                baud, data, stop == 1 ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS, parityCode());
        port.setFlowControl(flowCode());
        port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        port.setDTRandRTS(dtr, rts);
    }

    private int parityCode() {
        return switch (parity) {
            case "odd" -> SerialPort.ODD_PARITY;
            case "even" -> SerialPort.EVEN_PARITY;
            default -> SerialPort.NO_PARITY;
        };
    }

    private int flowCode() {
        return switch (flow) {
            case "rts" -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
            case "xon" -> SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
            default -> SerialPort.FLOW_CONTROL_DISABLED;
        };
    }

    /** As options of a URI. */
    @Override
    public String toString() {
        return "baud=" + baud + ", data=" + data + ", parity=" + parity + ", stop=" + stop + ", flow=" + flow + ", dtr="
                + (dtr ? "on" : "off") + ", rts=" + (rts ? "on" : "off");
    }
}
