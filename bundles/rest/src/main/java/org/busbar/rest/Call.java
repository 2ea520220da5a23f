package org.busbar.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.busbar.rest.Problem.Kind;

/**
 * What a client asks.
 *
 * @param path the decoded segments of the path
 * @param query the first value of each query parameter
 * @param headers by lower-case name
 * @param names what the path has in place of the names of the route
 */
record Call(
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        Map<String, String> names) {

    Call named(Map<String, String> found) {
        return new Call(method, path, query, headers, body, found);
    }

    /** What the path has for {@code {name}}. */
    String name(String name) {
        String value = names.get(name);
        if (value == null) {
            throw new IllegalStateException("The route has no {" + name + "}");
        }
        return value;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The whole number in the query, cut to {@code max}. */
    long number(String name, long otherwise, long max) {
        return query(name)
                .map(text -> Math.min(natural("The query parameter " + name, text), max))
                .orElse(otherwise);
    }

    /** A whole number of at least 0. */
    static long natural(String what, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new Refused(Kind.MALFORMED, what + " = '" + text + "' is not a whole number from 0 on");
        }
        return Long.parseLong(text);
    }

    /**
     * The body as JSON; an empty one is an empty object.
     *
     * @throws Refused if it is of another type or malformed
     */
    Body json() {
        String type = header("content-type").orElse("");
        if (!body.isBlank() && !type.split(";", 2)[0].strip().equalsIgnoreCase(Response.JSON)) {
            throw new Refused(Kind.UNSUPPORTED_MEDIA_TYPE, "The body is of type '" + type + "'; send application/json");
        }
        return Body.of(body);
    }
}
