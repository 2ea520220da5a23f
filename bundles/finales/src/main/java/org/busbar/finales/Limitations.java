package org.busbar.finales;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Says whether a JSON document is of the form that limitations of a schema have. */
final class Limitations {

    private static final List<String> RANGE = List.of("min", "max", "step");

    private final SchemaTree tree;

    Limitations(JsonNode schema) {
        this.tree = new SchemaTree(schema);
    }

    /** What is wrong with the form, with the path to it; empty if nothing is. */
    Optional<String> fault(JsonNode limitation) {
        return fault(tree.root(), limitation, "$");
    }

    private Optional<String> fault(JsonNode unresolved, JsonNode given, String path) {
        JsonNode schema = tree.resolved(unresolved);
        if (schema.isObject() && schema.isEmpty()) {
            return given.isObject() && given.isEmpty() ? Optional.empty() : fault(path, "may only be {}", given);
        }
        if (schema.has("anyOf")) {
            return faultOfAny(schema.path("anyOf"), given, path);
        }
        if (schema.has("allOf")) {
            return schema.path("allOf").size() == 1
                    ? fault(schema.path("allOf").get(0), given, path)
                    : Optional.of(path + ": the schema has an allOf of several, which cannot be limited");
        }
        JsonNode type = schema.path("type");
        return type.isArray() ? faultOfTypes(schema, given, path) : faultOfType(type.asString(""), schema, given, path);
    }

    private Optional<String> faultOfAny(JsonNode branches, JsonNode given, String path) {
        List<String> faults = new ArrayList<>();
        for (JsonNode branch : branches) {
            Optional<String> fault = fault(branch, given, path);
            if (fault.isEmpty()) {
                return fault;
            }
            faults.add(fault.get());
        }
        return faults.isEmpty() ? Optional.of(path + ": the schema has an empty anyOf") : Optional.of(faults.get(0));
    }

    private Optional<String> faultOfTypes(JsonNode schema, JsonNode given, String path) {
        Optional<String> last = Optional.of(path + ": the schema allows no type");
        for (JsonNode type : schema.path("type")) {
            last = faultOfType(type.asString(""), schema, given, path);
            if (last.isEmpty()) {
                return last;
            }
        }
        return last;
    }

    private Optional<String> faultOfType(String type, JsonNode schema, JsonNode given, String path) {
        switch (type) {
            case "number", "integer":
                return given.isNumber() ? Optional.empty() : faultOfNumbers(given, path);
            case "string", "boolean", "null":
                return faultOfScalars(type, given, path);
            case "object":
                return given.isArray() ? faultOfEach(schema, given, path) : faultOfObject(schema, given, path);
            case "array":
                return faultOfArray(schema, given, path);
            default:
                return Optional.of(path + ": the schema has neither type nor anyOf nor allOf there");
        }
    }

    private static Optional<String> faultOfNumbers(JsonNode given, String path) {
        if (!given.isArray()) {
            return fault(path, "is not a number or a list of numbers and ranges", given);
        }
        for (JsonNode one : given) {
            if (!one.isNumber() && !isRange(one)) {
                return fault(path, "has what is neither a number nor {\"min\", \"max\", \"step\"}", one);
            }
        }
        return Optional.empty();
    }

    private static boolean isRange(JsonNode node) {
        return node.isObject()
                && node.properties().stream()
                        .allMatch(entry -> RANGE.contains(entry.getKey())
                                && (entry.getValue().isNumber()
                                        || entry.getValue().isNull()));
    }

    private static Optional<String> faultOfScalars(String type, JsonNode given, String path) {
        for (JsonNode one : given.isArray() ? given : List.of(given)) {
            boolean right =
                    type.equals("string") ? one.isString() : type.equals("null") ? one.isNull() : one.isBoolean();
            if (!right) {
                return fault(path, "is not a " + type + " or a list of such", one);
            }
        }
        return Optional.empty();
    }

    private Optional<String> faultOfEach(JsonNode schema, JsonNode given, String path) {
        for (int i = 0; i < given.size(); i++) {
            Optional<String> fault = faultOfObject(schema, given.get(i), path + "[" + i + "]");
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> faultOfObject(JsonNode schema, JsonNode given, String path) {
        if (!given.isObject()) {
            return fault(path, "is not an object", given);
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode inner = given.path(property.getKey());
            Optional<String> fault = inner.isMissingNode()
                    ? Optional.empty()
                    : fault(property.getValue(), inner, path + "." + property.getKey());
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> faultOfArray(JsonNode schema, JsonNode given, String path) {
        if (!given.isArray()) {
            return fault(path, "is not a list", given);
        }
        Optional<String> one = faultOfItems(schema, given, path);
        if (one.isEmpty() || given.isEmpty() || !given.get(0).isArray()) {
            return one;
        }
        for (int i = 0; i < given.size(); i++) {
            Optional<String> fault = given.get(i).isArray()
                    ? faultOfItems(schema, given.get(i), path + "[" + i + "]")
                    : fault(path, "is not a list of lists", given.get(i));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> faultOfItems(JsonNode schema, JsonNode given, String path) {
        JsonNode items = schema.path("items");
        for (int i = 0; items.isObject() && i < given.size(); i++) {
            Optional<String> fault = fault(items, given.get(i), path + "[" + i + "]");
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(String path, String reason, JsonNode given) {
        String shown = given.toString();
        return Optional.of(path + " " + reason + ": " + (shown.length() > 80 ? shown.substring(0, 80) + "..." : shown));
    }
}
