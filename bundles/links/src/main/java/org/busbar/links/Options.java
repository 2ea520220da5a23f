package org.busbar.links;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the options of a link, and refuses those that nobody has asked for. */
final class Options {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(ms|s|min)");

    private static final Map<String, Long> NANOS =
            Map.of("ms", 1_000_000L, "s", 1_000_000_000L, "min", 60_000_000_000L);

    private final Address address;
    private final Set<String> known = new LinkedHashSet<>();

    Options(Address address) {
        this.address = address;
    }

    /** The values of an option that may be given more than once. */
    List<String> all(String name) {
        known.add(name);
        return address.options().stream()
                .filter(option -> option.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    String text(String name, String otherwise) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw new IllegalArgumentException(address.text() + ": the option " + name + " is given more than once");
        }
        return all.isEmpty() ? otherwise : all.get(0);
    }

    String choice(String name, String otherwise, String... choices) {
        String text = text(name, otherwise);
        if (!List.of(choices).contains(text)) {
            throw wrong(name, text, "one of " + String.join(", ", choices));
        }
        return text;
    }

    int whole(String name, int otherwise, int min, int max) {
        String text = text(name, Integer.toString(otherwise));
        boolean fits = text.matches("\\d{1,9}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max;
        if (!fits) {
            throw wrong(name, text, "a whole number from " + min + " to " + max);
        }
        return Integer.parseInt(text);
    }

    /** @param least the shortest that is possible; the longest is a day */
    Duration duration(String name, String otherwise, Duration least) {
        String text = text(name, otherwise);
        Matcher form = DURATION.matcher(text);
        Duration duration = form.matches() ? duration(form) : Duration.ofDays(2);
        if (duration.compareTo(Duration.ofDays(1)) > 0 || duration.compareTo(least) < 0) {
            throw wrong(
                    name,
                    text,
                    "a time such as 500ms, 2s or 1.5min, at least " + least.toMillis() + "ms, a day at most");
        }
        return duration;
    }

    private static Duration duration(Matcher form) {
        int exponent =
                switch (form.group(2)) {
                    case "ms" -> 6;
                    case "s" -> 9;
                    default -> 0;
                };
        BigDecimal unit = exponent == 0 ? new BigDecimal(60_000_000_000L) : BigDecimal.ONE.scaleByPowerOfTen(exponent);
        return Duration.ofNanos(new BigDecimal(form.group(1)).multiply(unit).longValue());
    }

    /** All that nobody has asked for. */
    Map<String, String> rest() {
        Map<String, String> rest = new LinkedHashMap<>();
        address.options().stream()
                .map(Map.Entry::getKey)
                .filter(isUnknown())
                .forEach(name -> rest.put(name, only(name)));
        return rest;
    }

    private String only(String name) {
        Set<String> before = new LinkedHashSet<>(known);
        String text = text(name, "");
        known.retainAll(before);
        return text;
    }

    /** Everything was asked for. */
    void end() {
        address.options().stream()
                .map(Map.Entry::getKey)
                .filter(isUnknown())
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(address.text() + ": " + address.scheme() + ": has no option "
                            + name + "; it has " + String.join(", ", known));
                });
    }

    private Predicate<String> isUnknown() {
        return name -> !known.contains(name);
    }

    private IllegalArgumentException wrong(String name, String text, String right) {
        return new IllegalArgumentException(address.text() + ": " + name + "=" + text + " is not " + right);
    }
}
