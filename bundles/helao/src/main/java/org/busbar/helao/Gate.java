package org.busbar.helao;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets programs of this machine in and nobody else, and no page of a foreign site, as the lab's own api does. */
final class Gate {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private Gate() {}

    /**
     * Passes if the request comes from this machine and is meant for it.
     *
     * @param remote the address of the client, as digits
     * @throws Refused if not
     */
    static void check(String remote, @Nullable String host, @Nullable String origin) {
        if (!isLoopback(remote)) {
            throw new Refused(
                    403, "The request came from " + remote + "; this server serves programs of its own machine only");
        }
        if (host == null || !LOCAL.contains(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT))) {
            throw new Refused(403, "The request is for the host '" + host + "'; use localhost, 127.0.0.1 or [::1]");
        }
        if (origin != null && !sameOrigin(origin, host)) {
            throw new Refused(403, "The request comes from a page of '" + origin + "', which may not use this server");
        }
    }

    private static boolean isLoopback(String remote) {
        try {
            return InetAddress.getByName(remote).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // not an address at all
        }
    }

    private static boolean sameOrigin(String origin, String host) {
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }
}
