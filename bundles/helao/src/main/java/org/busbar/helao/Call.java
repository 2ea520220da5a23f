package org.busbar.helao;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a client asks.
 *
 * @param operation the last part of the path, such as {@code getStatus}
 * @param body empty if there is none
 */
record Call(String method, String operation, Map<String, String> query, String body) {

    /** The parameters of a query text, decoded. */
    static Map<String, String> query(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused(400, "The query is not encoded rightly: " + e.getMessage());
        }
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(query.get(name)).filter(text -> !text.isBlank());
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> new Refused(422, "The query parameter '" + name + "' is missing"));
    }

    OptionalInt whole(String name) {
        Optional<String> text = optional(name);
        try {
            return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.get()));
        } catch (NumberFormatException e) {
            throw new Refused(422, name + " = '" + text.orElse("") + "' is not a whole number");
        }
    }

    List<String> texts(String name) {
        try {
            return Texts.of(text(name));
        } catch (IllegalArgumentException e) {
            throw new Refused(422, name + ": " + e.getMessage());
        }
    }
}
