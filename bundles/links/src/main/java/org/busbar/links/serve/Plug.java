package org.busbar.links.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
        if (reserved == null) {
            Socket socket = new Socket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            reserved = socket;
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
