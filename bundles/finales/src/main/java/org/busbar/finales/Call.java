package org.busbar.finales;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.busbar.api.security.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call as it came in.
 *
 * @param path without the slash at its end
 * @param query the first value of each name
 * @param headers by name in lower case
 * @param address where it comes from, as digits
 * @param who null while nobody was asked
 * @param variable what stands for the variable part of the path; empty if there is none
 */
record Call(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        String address,
        @Nullable Caller who,
        String variable) {

    private static final Set<String> YES = Set.of("true", "1", "yes", "on");
    private static final Set<String> NO = Set.of("false", "0", "no", "off");

    Call as(Caller caller) {
        return new Call(method, path, query, headers, body, address, caller, variable);
    }

    Call at(String part) {
        return new Call(method, path, query, headers, body, address, who, part);
    }

    /** Who calls. */
    Caller caller() {
        if (who == null) {
            throw Refused.unauthorized("Not authenticated");
        }
        return who;
    }

    /** The identifier in the path. */
    UUID id() {
        return Identifiers.require(variable);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(query.get(name));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean truth(String name, boolean absent) {
        String word = query.get(name);
        if (word == null) {
            return absent;
        }
        String plain = word.toLowerCase(Locale.ROOT);
        if (!YES.contains(plain) && !NO.contains(plain)) {
            throw new Refused(
                    new Violation(List.of("query", name), "'" + word + "' is not true or false", "type_error.bool"));
        }
        return YES.contains(plain);
    }

    JsonNode json() {
        return StrictJson.body(body);
    }
}
