package org.busbar.rest;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.busbar.rest.Problem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Lets programs of this machine in and nobody else, as there are no users yet. A page of a foreign site that a browser
 * on this machine shows is kept out by the Host header (DNS rebinding) and the Origin header (cross-site requests).
 */
final class Gate {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private Gate() {}

    /**
     * Passes if the request comes from this machine and is meant for it.
     *
     * @param remote the address of the client, as digits
     * @throws Refused if not
     */
    static void check(String method, String remote, @Nullable String host, @Nullable String origin) {
        if (!isLoopback(remote)) {
            throw refused("The request came from " + remote + "; this server serves programs of its own machine only");
        }
        if (host == null || !LOCAL.contains(name(host))) {
            throw refused("The request is for the host '" + host + "'; use localhost, 127.0.0.1 or [::1]");
        }
        if (!method.equals("GET") && !method.equals("HEAD") && origin != null && !sameOrigin(origin, host)) {
            throw refused("The request comes from a page of '" + origin + "', which may not change anything here");
        }
    }

    private static boolean isLoopback(String remote) {
        try {
            return InetAddress.getByName(remote).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // not an address at all
        }
    }

    private static String name(String host) {
        return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }

    private static boolean sameOrigin(String origin, String host) {
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }

    private static Refused refused(String detail) {
        return new Refused(Kind.FORBIDDEN, detail);
    }
}
