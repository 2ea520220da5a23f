package org.busbar.analyses.cyclerbinary;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The zone of clock times that name none; empty if nobody told. */
record ClockZone(Optional<ZoneId> told) {

    /**
     * The zone of that name, such as {@code Europe/Berlin} or {@code +02:00}; not told if the text is empty.
     *
     * @throws IllegalArgumentException if there is none
     */
    static ClockZone of(String analysis, String name) {
        try {
            return new ClockZone(name.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(name.strip())));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    analysis + ": time_zone = '" + name + "' is no zone; give one such as Europe/Berlin or +02:00", e);
        }
    }

    /** Seconds since 1970; where the zone is not told, since 1970 on the clock itself. */
    double seconds(LocalDateTime time) {
        return time.atZone(told.orElse(ZoneOffset.UTC)).toInstant().toEpochMilli() / 1000.0;
    }
}
