package org.busbar.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What answers one method on one pattern of paths.
 *
 * @param pattern the segments of the path; one in braces stands for any text and gives it that name
 */
record Route(String method, List<String> pattern, Handler handler) {

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
        if (path.size() != pattern.size()) {
            return Optional.empty();
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String wanted = pattern.get(i);
            if (wanted.startsWith("{")) {
                names.put(wanted.substring(1, wanted.length() - 1), path.get(i));
            } else if (!wanted.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }
}
