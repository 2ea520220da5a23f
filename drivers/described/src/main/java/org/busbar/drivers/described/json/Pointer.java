package org.busbar.drivers.described.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JSON pointer such as {@code /data/0/temp} (RFC 6901).
 *
 * @param steps unescaped
 */
record Pointer(List<String> steps) {

    /** @throws IllegalArgumentException if it is none */
    static Pointer parse(String text) {
        if (!text.isEmpty() && !text.startsWith("/")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a JSON pointer: it begins with a slash, as in /data/temperature");
        }
        List<String> steps = new ArrayList<>();
        for (String step : text.isEmpty() ? new String[0] : text.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return new Pointer(steps);
    }

    /** To a member of the whole. */
    static Pointer to(String member) {
        return new Pointer(List.of(member));
    }

    /** What it points to, as a text; numbers of an array with commas between them; empty if there is nothing. */
    Optional<String> in(@Nullable Object tree) {
        Object at = tree;
        for (String step : steps) {
            at = inside(at, step);
        }
        return at == null || at instanceof Map ? Optional.empty() : Optional.of(text(at));
    }

    private static @Nullable Object inside(@Nullable Object at, String step) {
        if (at instanceof Map<?, ?> object) {
            return object.get(step);
        }
        return at instanceof List<?> list && step.matches("\\d{1,9}") && Integer.parseInt(step) < list.size()
                ? list.get(Integer.parseInt(step))
                : null;
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : value.toString();
    }

    @Override
    public String toString() {
        return steps.stream()
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
