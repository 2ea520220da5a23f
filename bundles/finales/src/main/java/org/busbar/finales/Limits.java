package org.busbar.finales;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Judges values by limitations. A missing limitation, an absent or null value and an empty list mean no limit; a list
 * means alternatives; ranges include their ends with a relative tolerance of 1e-9; {@code step} is not enforced.
 */
final class Limits {

    private static final double TOLERANCE = 1e-9;

    private Limits() {}

    /** Everything that is outside the alternative that comes nearest; empty if the value is inside one. */
    static List<Violation> outside(JsonNode value, JsonNode limitation, List<Object> loc) {
        if (limitation.isMissingNode() || value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (limitation.isArray() && limitation.isEmpty()) {
            return List.of();
        }
        if (value.isArray()) {
            return outsideOfArray(value, limitation, loc);
        }
        return limitation.isArray() ? nearest(value, limitation, loc) : outsideOfOne(value, limitation, loc);
    }

    private static List<Violation> nearest(JsonNode value, JsonNode alternatives, List<Object> loc) {
        if (!value.isObject()) {
            boolean accepted = alternatives.valueStream().anyMatch(one -> accepts(value, one));
            return accepted ? List.of() : List.of(violation(value, alternatives, loc));
        }
        List<List<Violation>> each = new ArrayList<>();
        for (JsonNode alternative : alternatives) {
            List<Violation> outside = outsideOfOne(value, alternative, loc);
            if (outside.isEmpty()) {
                return outside;
            }
            each.add(outside);
        }
        return fewest(each);
    }

    private static List<Violation> fewest(List<List<Violation>> each) {
        return each.stream().min(Comparator.comparingInt(List::size)).orElse(List.of());
    }

    private static List<Violation> outsideOfOne(JsonNode value, JsonNode limit, List<Object> loc) {
        if (value.isObject() && limit.isObject()) {
            List<Violation> outside = new ArrayList<>();
            for (Map.Entry<String, JsonNode> member : limit.properties()) {
                outside.addAll(
                        outside(value.path(member.getKey()), member.getValue(), Violation.at(loc, member.getKey())));
            }
            return outside;
        }
        return accepts(value, limit) ? List.of() : List.of(violation(value, limit, loc));
    }

    private static boolean accepts(JsonNode value, JsonNode limit) {
        if (value.isNumber() && limit.isObject()) {
            return within(value.doubleValue(), limit);
        }
        if (value.isNumber() && limit.isNumber()) {
            return same(value.doubleValue(), limit.doubleValue());
        }
        return value.equals(limit);
    }

    private static boolean within(double value, JsonNode range) {
        double min = range.path("min").asDouble(Double.NEGATIVE_INFINITY);
        double max = range.path("max").asDouble(Double.POSITIVE_INFINITY);
        return (value >= min || same(value, min)) && (value <= max || same(value, max));
    }

    private static boolean same(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
    }

    /** A list of patterns, or a list of such lists. */
    private static List<Violation> outsideOfArray(JsonNode value, JsonNode limitation, List<Object> loc) {
        if (!limitation.isArray()) {
            return List.of(violation(value, limitation, loc));
        }
        boolean lists = limitation.valueStream().allMatch(JsonNode::isArray);
        boolean nested = value.valueStream().anyMatch(JsonNode::isArray);
        if (!lists || nested) {
            List<Violation> asOne = outsideOfPatterns(value, limitation, loc);
            if (asOne.isEmpty() || !lists) {
                return asOne;
            }
        }
        List<List<Violation>> each = new ArrayList<>();
        limitation.forEach(alternative -> each.add(outsideOfPatterns(value, alternative, loc)));
        return fewest(each);
    }

    private static List<Violation> outsideOfPatterns(JsonNode value, JsonNode patterns, List<Object> loc) {
        if (!patterns.isArray()) {
            return List.of(violation(value, patterns, loc));
        }
        if (patterns.isEmpty()) {
            return List.of();
        }
        List<Violation> outside = new ArrayList<>();
        boolean[] present = new boolean[patterns.size()];
        for (int i = 0; i < value.size(); i++) {
            outside.addAll(outsideOfAll(value.get(i), patterns, Violation.at(loc, i), present));
        }
        for (int i = 0; i < present.length; i++) {
            if (!present[i] && excludesZero(patterns.get(i))) {
                outside.add(new Violation(loc, "lacks what fits " + patterns.get(i), "limitation"));
            }
        }
        return outside;
    }

    private static List<Violation> outsideOfAll(
            JsonNode component, JsonNode patterns, List<Object> loc, boolean[] present) {
        List<List<Violation>> each = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            List<Violation> outside = outside(component, patterns.get(i), loc);
            present[i] |= outside.isEmpty();
            each.add(outside);
        }
        return fewest(each);
    }

    private static boolean excludesZero(JsonNode pattern) {
        if (!pattern.isObject() || isRange(pattern)) {
            return numeric(pattern) && !allowsZero(pattern);
        }
        return pattern.properties().stream()
                .map(Map.Entry::getValue)
                .anyMatch(member -> numeric(member) && !allowsZero(member));
    }

    private static boolean numeric(JsonNode limit) {
        if (limit.isArray()) {
            return !limit.isEmpty() && limit.valueStream().allMatch(Limits::numeric);
        }
        return limit.isNumber() || isRange(limit);
    }

    private static boolean isRange(JsonNode node) {
        return node.isObject() && (node.has("min") || node.has("max"));
    }

    private static boolean allowsZero(JsonNode limit) {
        if (limit.isArray()) {
            return limit.valueStream().anyMatch(Limits::allowsZero);
        }
        return limit.isNumber() ? limit.doubleValue() == 0 : within(0, limit);
    }

    private static Violation violation(JsonNode value, JsonNode limit, List<Object> loc) {
        return new Violation(loc, shown(value) + " is outside of " + shown(limit), "limitation");
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }
}
