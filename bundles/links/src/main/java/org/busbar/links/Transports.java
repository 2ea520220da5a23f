package org.busbar.links;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Makes the transport that a URI names. */
final class Transports {

    /** Makes one kind of them; the options it asks for are those it knows. */
    @FunctionalInterface
    private interface Scheme {
        Transport transport(Address address, Options options, int limit);
    }

    private final Map<String, Scheme> schemes = new TreeMap<>();

    Transports(Simulators simulators, Workers workers, Sockets sockets) {
        schemes.put("tcp", (a, options, limit) -> new TcpTransport(Endpoint.of(a), sockets, limit));
        schemes.put("udp", (a, options, limit) -> new UdpTransport(Endpoint.of(a), sockets, limit));
        schemes.put("serial", (a, options, limit) -> new SerialTransport(a, SerialSettings.of(options)));
        schemes.put("process", (a, options, limit) -> ProcessTransport.of(a, options, workers, limit));
        schemes.put("usbtmc", (a, options, limit) -> new UsbtmcTransport(a, workers, limit));
        schemes.put("http", (a, options, limit) -> new HttpTransport(a, workers, limit));
        schemes.put("https", (a, options, limit) -> new HttpTransport(a, workers, limit));
        schemes.put("sim", (a, options, limit) -> new SimTransport(a, options.rest(), simulators, workers, limit));
    }

    /** @throws IllegalArgumentException if there is no such scheme */
    Transport transport(Address address, Options options, int limit) {
        Scheme scheme = schemes.get(address.scheme());
        if (scheme == null) {
            throw new IllegalArgumentException(address.text() + ": there are no links " + address.scheme()
                    + ":; there are " + String.join(":, ", schemes.keySet()) + ":");
        }
        Transport transport = scheme.transport(address, options, limit);
        if (transport.simulation().isEmpty()) {
            options.end();
        }
        return transport;
    }

    /** The address with its path, if it has one, made plain: no {@code ..} and no {@code .} any more. */
    static Address normal(Address address) {
        return switch (address.scheme()) {
            case "http", "https" ->
                address.at(HttpTransport.base(address)
                        .toString()
                        .substring(address.scheme().length() + 1));
            case "serial", "usbtmc", "process" -> address.at(plain(address));
            default -> address;
        };
    }

    private static String plain(Address address) {
        String place = address.place();
        boolean isPath = place.contains("/");
        if (isPath && !place.startsWith("/")) {
            throw new IllegalArgumentException(address.text() + ": write the whole path, such as " + address.scheme()
                    + ":/dev/ttyUSB0, not " + place);
        }
        try {
            return isPath ? Path.of(place).normalize().toString() : place;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(address.text() + ": " + place + " is no path: " + e.getReason(), e);
        }
    }
}
