package org.busbar.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.busbar.security.Problem.Kind;
import org.jspecify.annotations.Nullable;

/** Tells requests of programs and of our own pages from those that a browser makes for a page of a foreign site. */
final class Origins {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private Origins() {}

    /**
     * Passes if the request comes from a program of this machine and is meant for it. The Host header keeps out a page
     * whose name was made to point here (DNS rebinding), the Origin header other foreign pages.
     *
     * @throws Refused if not
     */
    static void requireLocal(HttpServletRequest request) {
        String host = request.getHeader("Host");
        String origin = request.getHeader("Origin");
        if (!isLoopback(request.getRemoteAddr())) {
            throw refused("The request came from " + request.getRemoteAddr()
                    + "; without security this server serves programs of its own machine only");
        }
        if (host == null || !LOCAL.contains(name(host))) {
            throw refused("The request is for the host '" + host + "'; use localhost, 127.0.0.1 or [::1]");
        }
        if (origin != null && !isSame(origin, host)) {
            throw refused("The request comes from a page of '" + origin + "', which may not use this server");
        }
    }

    /** Whether a browser may have made it, for whatever page: then no address can be trusted. */
    static boolean mayBeBrowser(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return request.getHeader("Origin") != null
                || request.getHeader("Sec-Fetch-Site") != null
                || host == null
                || !name(host).matches("localhost|[0-9.]+|\\[[0-9a-f:.]+]");
    }

    /** Whether it changes nothing, or a page of this server itself has made it. */
    static boolean isHarmless(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || isOurs(request);
    }

    /** Whether a page of this server itself has made it, as the browser says. */
    static boolean isOurs(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        if (site != null) {
            return site.equals("same-origin");
        }
        return origin != null && isSame(origin, request.getHeader("Host"));
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

    private static boolean isSame(String origin, @Nullable String host) {
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }

    private static Refused refused(String detail) {
        return new Refused(Kind.FORBIDDEN, detail);
    }
}
