package org.busbar.ontology.battinfo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The IRIs of the nodes of one result.
 *
 * @param result the IRI of the result itself
 */
record Iris(String result) {

    /** Busbar's own namespace. */
    static final String NAMESPACE = "https://busbar.example/ns#";

    static Iris of(String request) {
        return new Iris("urn:busbar:result:" + encoded(request));
    }

    /** The IRI of a part of the result, such as {@code #inputs/temperature}. */
    String part(String... path) {
        return result + "#" + Arrays.stream(path).map(Iris::encoded).collect(Collectors.joining("/"));
    }

    /** The IRI of a sample, which is the same in every result it occurs in. */
    static String sample(String id) {
        return "urn:busbar:sample:" + encoded(id);
    }

    /** A term of {@link #NAMESPACE} as a compact IRI. */
    static String own(String name) {
        return "busbar:" + encoded(name);
    }

    /** The text with all but letters, digits and {@code -._} of ASCII percent-encoded as UTF-8 (RFC 3986, 2.1). */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
