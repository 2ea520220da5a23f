package org.busbar.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The addresses of things whose names may hold any characters. */
final class Paths {

    private static final String API = "/api/v1/";

    private Paths() {}

    /** {@code /api/v1/runs/run-1/pause} of {@code runs}, {@code run-1} and {@code pause}; slashes in a part stay. */
    static String of(String... parts) {
        return API + Arrays.stream(parts).map(Paths::encoded).collect(Collectors.joining("/"));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
