package org.busbar.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;
import org.busbar.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads one parameter as people write it, in the words of the inputs of a sequence file: {@code {"unit": "K", "min":
 * 250, "max": 330}} for a number, {@code {"whole": true, "min": 1}}, {@code {"options": ["a", "b"]}}, {@code {"note":
 * true}}, {@code {"curve": true, "unit": "Hz"}}, {@code {"sample": true}}, {@code {"artifact": "image/png"}}. What the api
 * writes, with a {@code type}, is read, too.
 */
final class TenantParameter {

    private static final String NUMBER = "a number";
    private static final int LONGEST_NOTE = 10_000; // characters
    private static final double LARGEST_WHOLE = 1e18;

    /** What a parameter of each kind may say beside its name and term. */
    private static final Map<String, List<String>> MEMBERS = Map.of(
            NUMBER,
            List.of("unit", "min", "max", "step", "whole", "sample", "note", "curve"),
            "whole",
            List.of("whole", "min", "max"),
            "options",
            List.of("options"),
            "sample",
            List.of("sample"),
            "note",
            List.of("note"),
            "curve",
            List.of("curve", "unit"),
            "artifact",
            List.of("artifact"));

    private final String path;
    private final String name;
    private final JsonNode node;
    private final @Nullable Parameter like;
    private final List<Problem.Fault> faults;

    private TenantParameter(
            String path, String name, JsonNode node, @Nullable Parameter like, List<Problem.Fault> faults) {
        this.path = path;
        this.name = name;
        this.node = node;
        this.like = like;
        this.faults = faults;
    }

    /**
     * Reads a parameter.
     *
     * @param path where it stands
     * @param like gives the unit and the kind where they are not said; null if nothing does
     * @param faults takes what is wrong with it
     * @return null if anything is
     */
    static @Nullable Parameter read(
            String path, String name, JsonNode node, @Nullable Parameter like, List<Problem.Fault> faults) {
        int before = faults.size();
        Parameter read = new TenantParameter(path, name, node, like, faults).parameter();
        return faults.size() == before ? read : null;
    }

    private @Nullable Parameter parameter() {
        if (!node.isObject()) {
            fault("", "is no object such as {\"unit\": \"K\", \"min\": 250, \"max\": 330}");
            return null;
        }
        if (node.has("type")) {
            return written();
        }
        List<String> kinds = kinds();
        if (kinds.size() > 1) {
            fault("", "is one of options, whole, sample, note, curve and artifact, not " + String.join(" and ", kinds));
            return null;
        }
        return of(kinds.isEmpty() ? implied() : kinds.get(0));
    }

    /** As {@link Json} writes it. */
    private @Nullable Parameter written() {
        try {
            Parameter read = Json.mapper().treeToValue(node, Parameter.class);
            if (!read.name().equals(name)) {
                fault(".name", "is not '" + name + "'");
            }
            return read;
        } catch (JacksonException e) {
            fault("", Reasons.of(e));
            return null;
        }
    }

    private List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        for (String kind : List.of("options", "whole", "sample", "note", "curve", "artifact")) {
            JsonNode said = node.path(kind);
            if (!said.isMissingNode() && !said.isNull() && !(said.isBoolean() && !said.booleanValue())) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private String implied() {
        return like instanceof Parameter.Whole && !node.has("unit") ? "whole" : NUMBER;
    }

    private @Nullable Parameter of(String kind) {
        onlyMembersOf(kind);
        String term = text("term", "");
        try {
            return switch (kind) {
                case "options" -> new Parameter.Choice(name, options(), term);
                case "sample" -> flagged(kind, new Parameter.Specimen(name, term));
                case "note" -> flagged(kind, new Parameter.Note(name, LONGEST_NOTE, term));
                case "curve" -> flagged(kind, new Parameter.Curve(name, unit(), term));
                case "artifact" -> new Parameter.Artifact(name, text(kind, ""), term);
                case "whole" ->
                    new Parameter.Whole(name, whole("min", Long.MIN_VALUE), whole("max", Long.MAX_VALUE), term);
                default -> number(term);
            };
        } catch (IllegalArgumentException e) {
            fault("", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void onlyMembersOf(String kind) {
        List<String> known = MEMBERS.getOrDefault(kind, List.of());
        for (String member : node.propertyNames()) {
            boolean is = known.contains(member) || List.of("name", "term").contains(member);
            if (!is && !node.get(member).isNull()) {
                fault(
                        "." + member,
                        "is not known for " + (kind.equals(NUMBER) ? kind : "'" + kind + "'") + ", only name, term, "
                                + String.join(", ", known));
            }
        }
    }

    private Parameter flagged(String kind, Parameter parameter) {
        if (node.has(kind) && !node.get(kind).isBoolean()) {
            fault("." + kind, "= " + node.get(kind) + " is neither true nor false");
        }
        return parameter;
    }

    private Parameter number(String term) {
        double min = number("min", Double.NEGATIVE_INFINITY);
        double max = number("max", Double.POSITIVE_INFINITY);
        return new Parameter.Real(name, unit(), min, max, number("step", 0), term);
    }

    private double number(String member, double otherwise) {
        JsonNode said = node.path(member);
        if (said.isMissingNode() || said.isNull()) {
            return otherwise;
        }
        if (!said.isNumber() || !Double.isFinite(said.doubleValue())) {
            fault("." + member, "= " + said + " is not a number");
            return otherwise;
        }
        return said.doubleValue();
    }

    private long whole(String member, long otherwise) {
        double number = number(member, otherwise);
        if (number == otherwise) {
            return otherwise;
        }
        if (number % 1 != 0 || Math.abs(number) > LARGEST_WHOLE) {
            fault("." + member, "= " + node.get(member) + " is not a whole number");
            return otherwise;
        }
        return (long) number;
    }

    private Unit unit() {
        String ucum =
                text("unit", like instanceof Parameter.Real real ? real.unit().ucum() : "1");
        try {
            return Unit.of(ucum);
        } catch (IllegalArgumentException e) {
            fault(".unit", "= '" + ucum + "': " + e.getMessage());
            return Unit.ONE;
        }
    }

    private String text(String member, String otherwise) {
        JsonNode said = node.path(member);
        if (said.isMissingNode() || said.isNull()) {
            return otherwise;
        }
        if (!said.isString() || said.stringValue().isBlank()) {
            fault("." + member, "= " + said + " is not a text");
            return otherwise;
        }
        return said.stringValue();
    }

    private List<String> options() {
        JsonNode said = node.path("options");
        boolean areWords = said.isArray()
                && !said.isEmpty()
                && StreamSupport.stream(said.spliterator(), false).allMatch(JsonNode::isString);
        if (!areWords) {
            fault(".options", "= " + said + " is not a list of texts, at least one");
            return List.of();
        }
        return StreamSupport.stream(said.spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    private void fault(String member, String detail) {
        faults.add(new Problem.Fault(path + member, path + member + " " + detail));
    }
}
