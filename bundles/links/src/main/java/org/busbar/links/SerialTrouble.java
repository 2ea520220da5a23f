package org.busbar.links;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.Optional;

/** Says why a serial port does not open, and what to do. */
final class SerialTrouble {

    private static final int NOT_PERMITTED = 1;
    private static final int NO_ENTRY = 2;
    private static final int NO_DEVICE_OR_ADDRESS = 6;
    private static final int WOULD_BLOCK = 11;
    private static final int NO_ACCESS = 13;
    private static final int BUSY = 16;
    private static final int NO_DEVICE = 19;

    private SerialTrouble() {}

    /** @param error the number that the operating system gave (errno on Linux) */
    static String opening(String port, int error) {
        Optional<String> user = FileUsers.of(port);
        if (error == BUSY || error == WOULD_BLOCK || user.isPresent()) {
            return "port " + port + " in use by " + user.orElse("another program")
                    + ": end that program, or have it use the server";
        }
        return switch (error) {
            case NOT_PERMITTED, NO_ACCESS -> denied(port);
            case NO_ENTRY, NO_DEVICE, NO_DEVICE_OR_ADDRESS -> missing(port);
            default ->
                "port " + port + " does not open (error " + error + " of the operating system): unplug it and plug"
                        + " it in again";
        };
    }

    static String missing(String port) {
        String there = String.join(
                ", ",
                Arrays.stream(SerialPort.getCommPorts())
                        .map(SerialPort::getSystemPortPath)
                        .sorted()
                        .toList());
        return "no such port " + port + "; there " + (there.isEmpty() ? "are none" : "are: " + there)
                + ". Is the cable plugged in?";
    }

    /** What to do where the server may not open a device file. */
    static String denied(String file) {
        String user = System.getProperty("user.name", "NAME");
        return "permission denied for " + file + ": add the user of the server to its group: sudo usermod -aG "
                + FileUsers.group(file) + " " + user + ", then start the server again";
    }
}
