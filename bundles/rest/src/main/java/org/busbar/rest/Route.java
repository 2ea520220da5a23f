package org.busbar.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What answers one method on one pattern of paths.
 *
 * @param pattern the segments of the path; one in braces stands for any text and gives it that name, and one such as
 *     {@code {step...}} for any texts, with the slashes between them
 */
record Route(String method, List<String> pattern, Handler handler) {

    private static final String MANY = "...}";

    /** Answers a call whose path fits. */
    @FunctionalInterface
    interface Handler {
        Response answer(Call call) throws InterruptedException;
    }

    static Route get(String pattern, Handler handler) {
        return new Route("GET", segments(pattern), handler);
    }

    static Route post(String pattern, Handler handler) {
        return new Route("POST", segments(pattern), handler);
    }

    private static List<String> segments(String pattern) {
        return List.of(pattern.substring(1).split("/"));
    }

    /** What the path has in place of the names; empty if the path does not fit. */
    Optional<Map<String, String>> match(List<String> path) {
        Map<String, String> names = new LinkedHashMap<>();
        int at = 0;
        for (int i = 0; i < pattern.size(); i++) {
            int length = pattern.get(i).endsWith(MANY) ? path.size() - pattern.size() + 1 : 1;
            if (length < 1 || at + length > path.size()) {
                return Optional.empty();
            }
            String text = String.join("/", path.subList(at, at + length));
            if (!fits(pattern.get(i), text, names)) {
                return Optional.empty();
            }
            at += length;
        }
        return at == path.size() ? Optional.of(names) : Optional.empty();
    }

    private static boolean fits(String wanted, String text, Map<String, String> names) {
        if (!wanted.startsWith("{")) {
            return wanted.equals(text);
        }
        names.put(wanted.substring(1).replaceFirst("(\\.\\.\\.)?}$", ""), text);
        return true;
    }
}
