package org.busbar.links;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** {@code serial:/dev/ttyUSB0} or {@code serial:COM3}: a serial port. */
final class SerialTransport implements Transport {

    private final String key;
    private final String place;
    private final SerialSettings settings;

    SerialTransport(Address address, SerialSettings settings) {
        this.settings = settings;
        key = address.name();
        place = address.place();
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String wiring() {
        return settings.toString();
    }

    @Override
    public boolean forgets() {
        return false;
    }

    @Override
    public Connection connect(Consumer<String> notes) throws Unreachable {
        String name = name();
        try {
            SerialPort port = SerialPort.getCommPort(name);
            settings.apply(port);
            if (!port.openPort(0)) {
                throw new Unreachable(SerialTrouble.opening(name, port.getLastErrorCode()));
            }
            return new SerialConnection(port, name);
        } catch (SerialPortInvalidPortException e) {
            throw new Unreachable(SerialTrouble.missing(name), e);
        } catch (LinkageError e) {
            throw new Unreachable("the library for serial ports does not run on this machine: " + e.getMessage(), e);
        }
    }

    /** The port itself where the URI names a symbolic link to it, such as those below /dev/serial/by-id. */
    private String name() throws Unreachable {
        if (!place.startsWith("/")) {
            return place;
        }
        if (!Files.exists(Path.of(place))) {
            throw new Unreachable(SerialTrouble.missing(place));
        }
        try {
            return Path.of(place).toRealPath().toString();
        } catch (IOException e) {
            throw new Unreachable(SerialTrouble.missing(place), e);
        }
    }
}
