package org.busbar.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.device.DeviceException;
import org.busbar.api.link.Instrument;
import org.busbar.api.link.Link;
import org.busbar.api.link.LinkException;
import org.busbar.api.link.LinkStatus;
import org.busbar.api.link.Links;
import org.busbar.links.serve.InstrumentServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What many lines need, and what is left of them. */
@Isolated
class ManyLinesTest {

    /** A server that answers each connection from one thread. */
    private static final class Echo implements AutoCloseable {
        private final Selector selector = Selector.open();
        private final ServerSocketChannel server = ServerSocketChannel.open();
        private final Thread thread = new Thread(this::run, "echo");

        Echo() throws IOException {
            server.bind(new InetSocketAddress(0), 300);
            server.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
            thread.start();
        }

        int port() throws IOException {
            return ((InetSocketAddress) server.getLocalAddress()).getPort();
        }

        private void run() {
            try {
                while (server.isOpen()) {
                    selector.select(this::serve);
                }
                for (SelectionKey key : selector.keys()) {
                    key.channel().close();
                }
                selector.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void serve(SelectionKey key) {
            try {
                if (key.isAcceptable()) {
                    server.accept().configureBlocking(false).register(selector, SelectionKey.OP_READ);
                } else {
                    echo(key);
                }
            } catch (IOException e) {
                key.cancel();
            }
        }

        private static void echo(SelectionKey key) throws IOException {
            SocketChannel client = (SocketChannel) key.channel();
            ByteBuffer buffer = ByteBuffer.allocate(1_000);
            if (client.read(buffer) < 0) {
                client.close();
            } else {
                client.write(buffer.flip());
            }
        }

        @Override
        public void close() throws Exception {
            server.close();
            selector.wakeup();
            thread.join();
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("busbar-links"))
                .toList();
    }

    private static long files() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    @Test
    void two_hundred_idle_lines_need_a_handful_of_threads_and_leave_nothing() throws Exception {
        try (Echo echo = new Echo()) {
            Rig.await("threads of other tests are left", () -> threads().isEmpty());
            long files = files();
            try (Rig rig = new Rig()) {
                rig.room.add("echo", options -> Instrument.answering("\n", line -> line));
                List<Link> links = open(rig, echo.port());
                for (Link link : links) {
                    assertEquals("a", link.ask("a"));
                }
                assertEquals(200, connected(rig));
                Rig.await(() -> threads().size() <= 3);
                links.forEach(Link::close);
                assertEquals(List.of(), rig.room.links());
            }
            Rig.await("threads are left", () -> threads().isEmpty());
            Rig.await("files are left", () -> files() <= files);
        }
    }

    @Test
    void a_thousand_openings_and_two_hundred_reconnections_leave_nothing() throws Exception {
        try (Rig rig = new Rig();
                InstrumentServer server = InstrumentServer.tcp(Instrument.answering("\n", line -> line), 0)) {
            rig.room.add("echo", options -> Instrument.answering("\n", line -> line));
            String tcp = "tcp://localhost:" + server.port() + "?timeout=9s";
            Link lasting = rig.open(tcp);
            assertEquals("a", lasting.ask("a"));
            openAndClose(rig, "tcp://127.0.0.1:" + server.port(), 10);
            openAndClose(rig, "sim:echo", 10);
            Rig.await(() -> threads().size() <= 3);
            long files = files();
            openAndClose(rig, "tcp://127.0.0.1:" + server.port(), 500);
            openAndClose(rig, "sim:echo", 500);
            for (int i = 0; i < 200; i++) {
                server.unplug();
                Rig.await(() -> answers(lasting));
            }
            assertTrue(rig.only().connections() > 200, rig.only()::toString);
            Rig.await("threads are left", () -> threads().size() <= 3);
            Rig.await("files are left", () -> files() <= files);
        }
    }

    private static void openAndClose(Rig rig, String uri, int times) throws Exception {
        Links links = rig.room.links(Permissions.ALL);
        for (int i = 0; i < times; i++) {
            try (Link link = links.open(uri, Rig.LINES)) {
                assertEquals("a", link.ask("a"));
            }
        }
    }

    private static boolean answers(Link link) throws InterruptedException {
        try {
            return link.ask("a").equals("a");
        } catch (DeviceException | LinkException e) {
            return false;
        }
    }

    private static long connected(Rig rig) {
        return rig.room.links().stream()
                .filter(line -> line.state() == LinkStatus.State.CONNECTED)
                .count();
    }

    /** Half of them over TCP, by a hundred addresses of this machine, and half of them simulated. */
    private static List<Link> open(Rig rig, int port) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            links.add(rig.open("sim:echo/" + i));
            links.add(rig.open("tcp://127.0.0." + (i + 1) + ":" + port));
        }
        return links;
    }

    @Test
    void a_datagram_is_answered_by_another_one() throws Exception {
        try (DatagramChannel server = DatagramChannel.open();
                Rig rig = new Rig()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            Link link = rig.open("udp://127.0.0.1:" + port);
            Rig.Other other = new Rig.Other(() -> {
                SocketAddress asker = server.receive(ByteBuffer.allocate(100));
                server.send(ByteBuffer.wrap("b\n".getBytes(StandardCharsets.US_ASCII)), asker);
            });
            assertEquals("b", link.ask("a"));
            other.thread.join();
            assertTrue(other.end.isDone());
        }
    }
}
