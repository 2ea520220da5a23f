package org.busbar.finales;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which part of a list is wanted; all of it unless the client asks for less.
 *
 * @param after only what comes after that one
 * @param since only what was made from then on
 */
record Paging(long limit, Optional<UUID> after, Optional<Instant> since) {

    static Paging of(Call call) {
        return new Paging(
                call.text("limit").map(Paging::limit).orElse(Long.MAX_VALUE),
                call.text("after").map(Identifiers::require),
                call.text("since").map(text -> Times.parse("since", text)));
    }

    private static long limit(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new Refused(new Violation(
                    List.of("query", "limit"), "'" + text + "' is no whole number", "type_error.integer"));
        }
        return Long.parseLong(text);
    }

    <T> Stream<T> of(Stream<T> all, Function<T, UUID> id, Function<T, Instant> time) {
        Stream<T> rest = after.map(last ->
                        all.dropWhile(one -> !id.apply(one).equals(last)).skip(1))
                .orElse(all);
        return rest.filter(one ->
                        since.map(from -> !time.apply(one).isBefore(from)).orElse(true))
                .limit(limit);
    }
}
