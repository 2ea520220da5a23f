package org.busbar.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import tools.jackson.databind.JsonNode;

/** Reads lengths of time: {@code "PT30S"}, {@code "30 min"}, or a number of seconds. */
final class TenantTime {

    private static final Duration LONGEST = Duration.ofDays(3653);

    private TenantTime() {}

    /**
     * Reads a length of time of 0 to ten years.
     *
     * @param faults takes what is wrong with it
     * @return empty if it is not given or something is wrong
     */
    static Optional<Duration> read(String path, JsonNode node, List<Problem.Fault> faults) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        try {
            Duration read = parsed(node);
            if (!read.isNegative() && read.compareTo(LONGEST) <= 0) {
                return Optional.of(read);
            }
            faults.add(new Problem.Fault(path, path + " = " + node + " is not from 0 to 10 years"));
        } catch (IllegalArgumentException | DateTimeException e) {
            faults.add(new Problem.Fault(
                    path, path + " = " + node + " is not a time such as \"PT30S\", \"30 min\" or a number of seconds"));
        }
        return Optional.empty();
    }

    private static Duration parsed(JsonNode node) {
        if (node.isNumber()) {
            return seconds(node.doubleValue());
        }
        String text = node.isString() ? node.stringValue() : "";
        return text.startsWith("P")
                ? Duration.parse(text)
                : seconds(Quantity.parse(text).in("s"));
    }

    /** What is too much for a duration is too much for any use. */
    private static Duration seconds(double seconds) {
        if (!(Math.abs(seconds) <= LONGEST.toSeconds())) {
            throw new IllegalArgumentException(seconds + " s is too long");
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
