package org.busbar.links.serve;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.busbar.api.link.Instrument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves an instrument in software on a TCP port or a terminal, as if it were a real one: for tests of drivers with real
 * links, and for trying them by hand. The instrument keeps its state when who talks to it comes and goes.
 *
 * <pre>{@code
 * try (InstrumentServer server = InstrumentServer.tcp(new PumpSimulator().instrument(Map.of()), 0)) {
 *     Link link = links.open("tcp://localhost:" + server.port(), Framing.lines("\r"));
 * }
 * }</pre>
 */
public final class InstrumentServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InstrumentServer.class);

    private final Instrument instrument;
    private final ServerSocket socket;
    private final List<Talk> talks = new CopyOnWriteArrayList<>();

    private InstrumentServer(Instrument instrument, ServerSocket socket) {
        this.instrument = instrument;
        this.socket = socket;
    }

    /**
     * Serves on this machine's own interface until it is closed; one or several may be connected.
     *
     * @param port 0 for any that is free
     */
    public static InstrumentServer tcp(Instrument instrument, int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        InstrumentServer server = new InstrumentServer(instrument, socket);
        start("accept", server::accept);
        return server;
    }

    /**
     * Serves on a terminal, such as one end of a pair made by {@code socat}; blocks until that is gone.
     *
     * @throws IOException if it cannot be opened
     */
    public static void terminal(Instrument instrument, Path terminal) throws IOException {
        try (FileInputStream in = new FileInputStream(terminal.toFile());
                FileOutputStream out = new FileOutputStream(terminal.toFile());
                Talk talk = new Talk(instrument, in, out)) {
            listen(talk);
        }
    }

    private static void listen(Talk talk) {
        try {
            talk.run();
        } catch (IOException e) {
            LOG.debug("Who talked to the instrument has gone", e);
        }
    }

    /** The port on which it serves. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Cuts all connections, as if the plug had been pulled; new ones can be made. */
    public void unplug() {
        talks.forEach(Talk::close);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                Talk talk = new Talk(instrument, client.getInputStream(), client.getOutputStream());
                talks.add(talk);
                start("talk", () -> talk(talk));
            } catch (IOException e) {
                LOG.debug("No more connections are accepted", e);
            }
        }
    }

    private void talk(Talk talk) {
        try (talk) {
            listen(talk);
        } finally {
            talks.remove(talk);
        }
    }

    private static void start(String what, Runnable work) {
        Thread thread = new Thread(work, "busbar-instrument-" + what);
        thread.setDaemon(true);
        thread.start();
    }

    /** Cuts all connections and takes no more. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("The socket did not close well", e);
        }
        unplug();
    }
}
