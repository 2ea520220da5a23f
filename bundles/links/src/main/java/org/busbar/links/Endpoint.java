package org.busbar.links;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host and a port; an IPv6 address stands in brackets. */
record Endpoint(String host, int port) {

    private static final Pattern FORM = Pattern.compile("//(\\[[0-9A-Fa-f:.%\\w]+]|[^/:\\[\\]@\\s]+):(\\d{1,5})/?");

    /** @throws IllegalArgumentException if the place of that address is none */
    static Endpoint of(Address address) {
        Matcher form = FORM.matcher(address.place());
        if (!form.matches()) {
            throw new IllegalArgumentException(address.text() + ": write it as " + address.scheme()
                    + "://host:port, such as " + address.scheme() + "://192.168.0.12:5025");
        }
        int port = Integer.parseInt(form.group(2));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(address.text() + ": the port " + port + " is not from 1 to 65535");
        }
        return new Endpoint(form.group(1).toLowerCase(Locale.ROOT), port);
    }

    InetSocketAddress resolved() throws Unreachable {
        InetSocketAddress address = new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port);
        if (address.isUnresolved()) {
            throw new Unreachable(
                    "the host " + host + " is not known: look for a typing error, or write its IP address");
        }
        return address;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
