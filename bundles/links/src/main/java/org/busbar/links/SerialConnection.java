package org.busbar.links;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An open serial port. It is looked at each millisecond while somebody waits for a reply, and has no thread of its own. */
final class SerialConnection implements Connection {

    private static final String GONE = "the port has gone: look for the cable";

    private final SerialPort port;
    private final String name;
    private volatile String ended = "";

    SerialConnection(SerialPort port, String name) {
        this.port = port;
        this.name = name;
    }

    @Override
    public void send(byte[] bytes, long nanos) throws IOException, InterruptedException {
        long until = System.nanoTime() + nanos;
        int sent = write(bytes, 0);
        while (sent < bytes.length) {
            if (System.nanoTime() > until) {
                throw new IOException("the instrument takes no more bytes: " + (bytes.length - sent) + " of "
                        + bytes.length + " are not sent; look for the handshake (option flow)");
            }
            TimeUnit.MILLISECONDS.sleep(1);
            sent += write(bytes, sent);
        }
    }

    private int write(byte[] bytes, int from) throws IOException {
        int count = port.writeBytes(bytes, bytes.length - from, from);
        if (count < 0) {
            throw new IOException(GONE);
        }
        return count;
    }

    @Override
    public byte[] receive(long nanos) throws IOException, InterruptedException {
        long until = System.nanoTime() + nanos;
        int count = available();
        while (count == 0 && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(1);
            count = available();
        }
        byte[] bytes = new byte[count];
        if (count > 0 && port.readBytes(bytes, count) != count) {
            throw new IOException(GONE);
        }
        return bytes;
    }

    private int available() throws IOException {
        int count = ended.isEmpty() ? port.bytesAvailable() : -1;
        if (count < 0) {
            throw new IOException(ended.isEmpty() ? GONE : ended);
        }
        return count;
    }

    @Override
    public String ended() {
        boolean gone = port.bytesAvailable() < 0 || name.startsWith("/") && Files.notExists(Path.of(name));
        return ended.isEmpty() && gone ? GONE : ended;
    }

    @Override
    public void close() {
        ended = "the link was closed";
        port.closePort();
    }
}
