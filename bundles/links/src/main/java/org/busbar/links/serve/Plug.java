package org.busbar.links.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.busbar.api.link.Instrument;
import org.jspecify.annotations.Nullable;

/** An instrument on a TCP port, whose plug is pulled and put in again as lines of text say. */
final class Plug {

    /** Pulls it: all connections are cut, and none can be made. */
    static final String OUT = "unplug";

    /** Puts it in again, on the same port. */
    static final String IN = "plug in";

    /** What is answered to {@link #OUT}. */
    static final String IS_OUT = "unplugged";

    /** How the answer to {@link #IN}, and what is said first, begins; where it serves comes then. */
    static final String IS_IN = "serving ";

    private static final int MOST_ATTEMPTS = 200;
    private static final long PAUSE_NANOS = 10_000_000;

    private final Instrument instrument;
    private InstrumentServer server;

    /** Keeps the port from being given to anybody else while the plug is out; null while it is in. */
    private @Nullable Socket reserved;

    /** @param port 0 for any that is free */
    Plug(Instrument instrument, int port) throws IOException {
        this.instrument = instrument;
        server = InstrumentServer.tcp(instrument, port);
    }

    /** Does what each line says, answers with a line, and stops serving when there are no more. Blocks. */
    void obey(InputStream lines, PrintStream out) throws IOException {
        out.println(where());
        BufferedReader in = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(obey(line.strip()));
        }
        server.close();
    }

    private String obey(String line) throws IOException {
        if (!line.equals(OUT) && !line.equals(IN)) {
            return "'" + line + "' is neither " + OUT + " nor " + IN;
        }
        server.close();
        if (line.equals(OUT)) {
            reserve();
            return IS_OUT;
        }
        release();
        server = InstrumentServer.tcp(instrument, server.port());
        return where();
    }

    private void reserve() throws IOException {
        for (int attempt = 1; reserved == null; attempt++) {
            try {
                reserved = bound(server.port());
            } catch (BindException e) {
                // The server socket is gone only when the thread that accepts has noticed.
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static Socket bound(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void release() throws IOException {
        if (reserved != null) {
            reserved.close();
            reserved = null;
        }
    }

    private String where() {
        return IS_IN + "tcp://localhost:" + server.port();
    }
}
