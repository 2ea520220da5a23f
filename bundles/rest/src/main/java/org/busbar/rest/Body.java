package org.busbar.rest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.busbar.json.Json;
import org.busbar.rest.Problem.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object a client sent, read field by field. */
final class Body {

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 100;

    /** Refuses what other programs might read in another way, and what only serves to wear the server out. */
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** One without fields. */
    static final Body EMPTY = new Body(Json.mapper().createObjectNode());

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    /** Reads a body; an empty one is an empty object. */
    static Body of(String text) {
        JsonNode tree = tree(text.isBlank() ? "{}" : text);
        if (!tree.isObject()) {
            throw Refused.invalid("", "The body is no JSON object; send {\"name\": value, ...}");
        }
        return new Body(tree);
    }

    private static JsonNode tree(String text) {
        try {
            return STRICT.readTree(text);
        } catch (JacksonException e) {
            throw new Refused(Kind.MALFORMED, "The body is not JSON: " + Reasons.of(e));
        }
    }

    /** This body, unless it has a field of another name. */
    Body only(String... names) {
        List<Problem.Fault> faults = object.propertyNames().stream()
                .filter(name -> !List.of(names).contains(name))
                .map(name ->
                        new Problem.Fault(name, "'" + name + "' is not known here, only " + String.join(", ", names)))
                .toList();
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return this;
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    boolean isTrue(String name) {
        return object.path(name).isBoolean() && object.path(name).booleanValue();
    }

    /** As {@link #isTrue}, for what can only be true or false; false if it is not given. */
    boolean flag(String name) {
        if (has(name) && !object.get(name).isBoolean()) {
            throw Refused.invalid(name, name + " = " + object.get(name) + " is neither true nor false");
        }
        return isTrue(name);
    }

    String text(String name) {
        return optionalText(name)
                .orElseThrow(() -> Refused.invalid(name, "'" + name + "' is missing; it must be a text"));
    }

    /** What a person says, which may be nothing; {@code otherwise} if it is not said. */
    String said(String name, String otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!object.get(name).isString()) {
            throw Refused.invalid(name, name + " = " + object.get(name) + " is not a text");
        }
        return object.get(name).stringValue();
    }

    Optional<String> optionalText(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        return Optional.of(text(name, object.get(name)));
    }

    private static String text(String path, JsonNode node) {
        if (!node.isString() || node.stringValue().isBlank()) {
            throw Refused.invalid(path, path + " = " + node + " is not a text");
        }
        return node.stringValue();
    }

    OptionalLong whole(String name) {
        if (!has(name)) {
            return OptionalLong.empty();
        }
        JsonNode node = object.get(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw Refused.invalid(name, name + " = " + node + " is not a whole number");
        }
        return OptionalLong.of(node.longValue());
    }

    /** As {@link #whole} for small numbers of at least 1. */
    int count(String name, int otherwise) {
        return number(name, otherwise, 1, 1_000_000);
    }

    /** As {@link #whole} for numbers from {@code min} to {@code max}. */
    int number(String name, int otherwise, int min, int max) {
        long number = whole(name).orElse(otherwise);
        if (number < min || number > max) {
            throw Refused.invalid(name, name + " = " + number + " is not from " + min + " to " + max);
        }
        return (int) number;
    }

    List<String> texts(String name) {
        if (!has(name)) {
            return List.of();
        }
        if (!object.get(name).isArray()) {
            throw Refused.invalid(name, name + " = " + object.get(name) + " is not a list of texts");
        }
        return StreamSupport.stream(object.get(name).spliterator(), false)
                .map(node -> text(name, node))
                .toList();
    }

    /** The object of that name; an empty one if there is none. */
    JsonNode object(String name) {
        JsonNode node = has(name) ? object.get(name) : Json.mapper().createObjectNode();
        if (!node.isObject()) {
            throw Refused.invalid(name, name + " = " + node + " is not an object {\"name\": value, ...}");
        }
        return node;
    }

    JsonNode all() {
        return object;
    }
}
