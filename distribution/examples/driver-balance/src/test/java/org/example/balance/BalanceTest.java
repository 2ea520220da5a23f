package org.example.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.device.DeviceException;
import org.busbar.testkit.DeviceContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The balance against a small balance on a socket. */
class BalanceTest implements DeviceContract {

    private ServerSocket server;
    private volatile String weight = "S S     12.3456 g";

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0);
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                byte[] command = socket.getInputStream().readNBytes(3);
                assertEquals("S\r\n", new String(command, StandardCharsets.US_ASCII));
                socket.getOutputStream().write((weight + "\r\n").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public Balance device() {
        return new Balance(new Balance.Config() {
            @Override
            public String lab_id() {
                return "balance";
            }

            @Override
            public String host() {
                return "127.0.0.1";
            }

            @Override
            public int port() {
                return server.getLocalPort();
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return Balance.Config.class;
            }
        });
    }

    @Override
    public Values example(String action) {
        return Values.none();
    }

    @Test
    void weighs() throws Exception {
        assertEquals(
                Quantity.of(12.3456, "g"),
                device().actions().get(0).perform(Values.none()).get("mass"));
    }

    @Test
    void an_unstable_weight_is_refused_with_what_to_do() {
        weight = "S D     12.3 g";
        DeviceException no = assertThrows(
                DeviceException.class, () -> device().actions().get(0).perform(Values.none()));
        assertTrue(no.getMessage().contains("draught shield"));
    }
}
