package org.busbar.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine's loopback address. */
final class Ports {

    private Ports() {}

    /**
     * Checks that the server will be able to listen on a port, as Jetty itself only logs that it could not.
     *
     * @param port 0 is always free
     * @throws Refusal if it cannot
     */
    static void check(int port) throws Refusal {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.PLATFORM,
                    "Port " + port + " of " + Settings.HOST + " cannot be used (" + e.getMessage()
                            + "): stop the program that listens on it, or choose another with --port (0 takes any free one).",
                    e);
        }
    }
}
