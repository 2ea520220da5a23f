package org.busbar.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names as segments of paths. */
final class Segments {

    private Segments() {}

    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
