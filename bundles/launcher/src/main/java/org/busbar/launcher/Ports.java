package org.busbar.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
final class Ports {

    private Ports() {}

    /**
     * Checks that the server will be able to listen, as Jetty itself only logs that it could not.
     *
     * @throws Refusal if it cannot
     */
    static void check(Listener listener) throws Refusal {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(listener.address(), listener.port()));
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.PLATFORM,
                    "Port " + listener.port() + " of " + listener.host() + " cannot be used (" + e.getMessage()
                            + "): stop the program that listens on it, or choose another with --port (0 takes any free one).",
                    e);
        }
    }
}
