package org.busbar.finales;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Times as FINALES writes them: UTC without an offset, with microseconds. */
final class Times {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    private Times() {}

    static String of(Instant time) {
        return FORM.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    /** @throws Refused with 422 if it is no time */
    static Instant parse(String name, String text) {
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new Refused(new Violation(
                    List.of("query", name),
                    "'" + text + "' is no time such as 2026-03-01T09:30:00",
                    "value_error.datetime"));
        }
    }
}
