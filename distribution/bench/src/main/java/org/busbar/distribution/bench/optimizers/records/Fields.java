package org.busbar.distribution.bench.optimizers.records;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the fields of a recorded run out of an object, each of them checked for its type. */
final class Fields {

    private final ObjectNode left;

    /** Takes a copy. */
    Fields(ObjectNode line) {
        left = line.deepCopy();
    }

    /** What was not taken. */
    ObjectNode left() {
        return left;
    }

    String text(String field) {
        JsonNode node = required(field);
        if (!node.isString() || node.asString().isBlank()) {
            throw new Fault(field, node + " is not a text");
        }
        return node.asString();
    }

    long whole(String field) {
        return whole(field, required(field));
    }

    List<Integer> wholes(String field) {
        return list(field, (name, node) -> (int) whole(name, node));
    }

    List<Double> numbers(String field) {
        return list(field, Fields::number);
    }

    /** Rows of numbers. */
    List<List<Double>> rows(String field) {
        return list(field, Fields::row);
    }

    /** Rows of numbers; a number alone is a row of one. */
    List<List<Double>> rowsOrNumbers(String field) {
        return list(field, (name, node) -> node.isArray() ? row(name, node) : List.of(number(name, node)));
    }

    private JsonNode required(String field) {
        JsonNode node = left.remove(field);
        if (node == null) {
            throw new Fault(field, "is missing");
        }
        return node;
    }

    private <T> List<T> list(String field, BiFunction<String, JsonNode, T> element) {
        return left.has(field) ? elements(field, required(field), element) : List.of();
    }

    private static <T> List<T> elements(String field, JsonNode node, BiFunction<String, JsonNode, T> element) {
        if (!node.isArray()) {
            throw new Fault(field, "is not a list");
        }
        List<T> elements = new ArrayList<>();
        for (JsonNode each : node) {
            elements.add(element.apply(field + "[" + elements.size() + "]", each));
        }
        return elements;
    }

    private static List<Double> row(String field, JsonNode node) {
        return elements(field, node, Fields::number);
    }

    private static long whole(String field, JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asLong() < 0) {
            throw new Fault(field, node + " is not a whole number from 0 to " + Integer.MAX_VALUE);
        }
        return node.asLong();
    }

    private static double number(String field, JsonNode node) {
        if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
            throw new Fault(field, node + " is not a finite number");
        }
        return node.asDouble();
    }
}
