package org.busbar.rest;

import java.time.Duration;
import java.util.Optional;
import org.busbar.api.Quantity;

/** Lengths of time as numbers for programs and as words for people. */
final class Span {

    private static final Duration LONGEST = Duration.ofDays(3653);

    private Span() {}

    /** In seconds, to the millisecond. */
    static double seconds(Duration span) {
        return span.toMillis() / 1000.0;
    }

    /** The two largest units: {@code 3 d 4 h}, {@code 2 h 10 min}, {@code 1 min 30 s}, {@code 12.5 s}. */
    static String text(Duration span) {
        Duration whole = Duration.ofSeconds(Math.round(seconds(span)));
        if (span.compareTo(Duration.ofMinutes(1)) < 0) {
            return Quantity.of(seconds(span), "s").toString();
        }
        if (whole.toHours() < 1) {
            return pair(whole.toMinutes(), "min", whole.toSecondsPart(), "s");
        }
        return whole.toDays() < 1
                ? pair(whole.toHours(), "h", whole.toMinutesPart(), "min")
                : pair(whole.toDays(), "d", whole.toHoursPart(), "h");
    }

    private static String pair(long large, String unit, long small, String smaller) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smaller);
    }

    /**
     * The length of time in a field of the body, such as {@code "2 h"}; empty if it is not given.
     *
     * @throws Refused if it is no time or not between 0 and ten years
     */
    static Optional<Duration> of(Body body, String name) {
        return body.optionalText(name).map(text -> {
            double seconds = parsed(name, text);
            if (!(seconds > 0) || seconds > LONGEST.toSeconds()) {
                throw Refused.invalid(name, name + " = '" + text + "' is not a time between 0 and 10 years");
            }
            return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
        });
    }

    private static double parsed(String name, String text) {
        try {
            return Quantity.parse(text).in("s");
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(name, name + " = '" + text + "' is not a time such as '30 min' or '2 h'");
        }
    }
}
