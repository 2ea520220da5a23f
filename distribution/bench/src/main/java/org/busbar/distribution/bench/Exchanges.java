package org.busbar.distribution.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.busbar.api.link.Framing;
import org.busbar.api.link.Link;
import org.busbar.links.LinkRoom;
import org.busbar.links.Permissions;

/** How much longer an exchange with an instrument takes over a link than over a plain socket, at 1,000 a second. */
final class Exchanges implements Part {

    private static final int RATE = 1000;
    private static final int SECONDS = 10;
    private static final int WARM = 3000;
    private static final byte[] MESSAGE = "*IDN?".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** One exchange. */
    private interface Exchange {
        void make() throws Exception;
    }

    @Override
    public List<Row> measure(Workplace place) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LinkRoom room = new LinkRoom()) {
            Thread echo = new Thread(() -> serve(server), "echo");
            echo.setDaemon(true);
            echo.start();
            Link link =
                    room.links(Permissions.ALL).open("tcp://127.0.0.1:" + server.getLocalPort(), Framing.lines("\n"));
            Measurements linked = paced(() -> link.ask(MESSAGE));
            Bench.say("over a link: " + linked.in("ms"));
            double most = unpaced(() -> link.ask(MESSAGE));
            link.close();
            Measurements plain = plain(server.getLocalPort());
            Bench.say("over a plain socket: " + plain.in("ms"));
            return rows(linked, plain, most);
        }
    }

    private static List<Row> rows(Measurements linked, Measurements plain, double most) {
        double overhead = linked.quantile(0.99) - plain.quantile(0.99);
        String how = RATE + " exchanges a second for " + SECONDS
                + " s with an echo in this process; over a plain socket p50 " + Measurements.number(plain.median())
                + " ms, p99 " + Measurements.number(plain.quantile(0.99)) + " ms";
        return List.of(
                Row.of("exchange over TCP, p50", Target.NONE, Measurements.of(linked.median()), "ms", how),
                Row.of("exchange over TCP, p99", Target.NONE, Measurements.of(linked.quantile(0.99)), "ms", how),
                Row.of("what a link adds, p99", Target.atMost(2, "ms"), Measurements.of(overhead), "ms", "p99 - p99"),
                Row.of(
                        "exchanges over TCP",
                        Target.atLeast(RATE, "1/s"),
                        Measurements.of(most),
                        "1/s",
                        "one after the other, as fast as they go"));
    }

    private static void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setTcpNoDelay(true);
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream();
                byte[] buffer = new byte[1024];
                for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                    out.write(buffer, 0, n);
                }
            } catch (SocketException e) {
                Bench.say("echo: " + e.getMessage()); // the end of the measurement, or of a connection
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Measurements plain(int port) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] line = "*IDN?\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            return paced(() -> {
                out.write(line);
                in.readNBytes(line.length);
            });
        }
    }

    /** Milliseconds of each exchange. */
    private static Measurements paced(Exchange exchange) throws Exception {
        for (int i = 0; i < WARM; i++) {
            exchange.make();
        }
        List<Double> times = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < RATE * SECONDS; i++) {
            long due = begun + i * 1_000_000_000L / RATE;
            LockSupport.parkNanos(due - System.nanoTime());
            long sent = System.nanoTime();
            exchange.make();
            times.add((System.nanoTime() - sent) / 1e6);
        }
        return new Measurements(times);
    }

    /** Exchanges a second. */
    private static double unpaced(Exchange exchange) throws Exception {
        int count = RATE * SECONDS;
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            exchange.make();
        }
        return count / ((System.nanoTime() - begun) / 1e9);
    }
}
