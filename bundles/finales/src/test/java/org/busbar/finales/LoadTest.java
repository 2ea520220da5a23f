package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty clients at once, each on a connection of its own; the bound is generous. */
class LoadTest {

    private static final int CLIENTS = 50;
    private static final int EACH = Integer.getInteger("finales.load", 20);

    @TempDir
    Path folder;

    private TestLab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new TestLab(folder);
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    /** Posts the same request again and again; gives how many were answered by 200. */
    private int post(String body) throws IOException {
        URI address = URI.create(lab.address());
        byte[] call =
                ("POST /requests/ HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer token-asker\r\nContent-Type: application/json\r\n"
                                + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII);
        int right = 0;
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int i = 0; i < EACH; i++) {
                socket.getOutputStream().write(call);
                right += answered(in) ? 1 : 0;
            }
        }
        return right;
    }

    private static boolean answered(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        String length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
        in.readNBytes(Integer.parseInt(length));
        return head.toString().startsWith("HTTP/1.1 200");
    }

    @Test
    void d27_fifty_clients_at_once_are_all_answered() throws Exception {
        String body = TestLab.request(298).replace('\'', '"');
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            long start = System.nanoTime();
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                answers.add(clients.submit(() -> post(body)));
            }
            int right = 0;
            for (Future<Integer> answer : answers) {
                right += answer.get();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            assertEquals(CLIENTS * EACH, right);
            assertEquals(CLIENTS * EACH, lab.broker.open().size());
            String rate = String.format(Locale.ROOT, "%.0f per s", right / seconds);
            Files.writeString(Path.of("target", "load.txt"), rate + "\n");
            assertTrue(right / seconds > 50, rate);
        } finally {
            clients.shutdown();
        }
    }

    @Test
    void d27_what_would_wait_too_long_is_sent_away_and_told_when_to_come_back() throws Exception {
        Server server = new Server(0);
        server.setHandler(new CallHandler(lab.facade.router(), 1000, () -> true));
        server.start();
        try {
            HttpResponse<String> answer =
                    lab.client.send(HttpRequest.newBuilder(server.getURI()).build(), BodyHandlers.ofString());
            assertEquals(503, answer.statusCode());
            assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
        } finally {
            server.stop();
        }
    }
}
