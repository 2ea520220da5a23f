package org.busbar.finales;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Makes of a schema an example of the same shape, whose leaves tell the type and whether it is required. */
final class Templates {

    private static final Map<String, String> SCALARS =
            Map.of("number", "float", "integer", "int", "string", "str", "boolean", "bool");

    private final SchemaTree tree;
    private final Set<String> within = new HashSet<>();

    private Templates(JsonNode schema) {
        this.tree = new SchemaTree(schema);
    }

    /** The template of a schema; {@code {}} if it is none of an object with properties. */
    static ObjectNode of(JsonNode schema) {
        return new Templates(schema).object(schema);
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode template = StrictJson.mapper().createObjectNode();
        if (!schema.path("type").asString("").equals("object")) {
            return template;
        }
        Set<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        schema.path("properties").properties().forEach(property -> {
            String word = required.contains(property.getKey()) ? "required" : "optional";
            property(property.getValue(), word).ifPresent(value -> template.set(property.getKey(), value));
        });
        return template;
    }

    /** Empty if the property is left out. */
    private Optional<JsonNode> property(JsonNode schema, String word) {
        if (schema.has("anyOf")) {
            return Optional.of(alternatives(branches(schema.path("anyOf")), word));
        }
        if (schema.has("allOf")) {
            return Optional.of(target(schema.path("allOf").path(0)));
        }
        if (schema.has("$ref")) {
            return expanded(schema, word);
        }
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return Optional.of(alternatives(ofEachType(schema), word));
        }
        return typed(type.asString(""), schema, word);
    }

    private Optional<JsonNode> typed(String type, JsonNode schema, String word) {
        if (SCALARS.containsKey(type)) {
            return Optional.of(StringNode.valueOf(word + ", " + SCALARS.get(type)));
        }
        if (type.equals("array")) {
            return Optional.of(array(schema, word));
        }
        return type.equals("object") ? Optional.of(object(schema)) : Optional.empty();
    }

    private Optional<JsonNode> expanded(JsonNode reference, String word) {
        JsonNode target = found(reference);
        if (target.path("type").asString("").equals("object")) {
            return Optional.of(target(reference));
        }
        return entered(reference, () -> property(target, word)).flatMap(one -> one);
    }

    /** The template of what is referred to; {@code {}} if that is no object, or lies within itself. */
    private JsonNode target(JsonNode reference) {
        return entered(reference, () -> (JsonNode) object(found(reference)))
                .orElseGet(() -> StrictJson.mapper().createObjectNode());
    }

    private <T> Optional<T> entered(JsonNode reference, Supplier<T> work) {
        String name = reference.path("$ref").asString("");
        if (!within.add(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            within.remove(name);
        }
    }

    private JsonNode found(JsonNode reference) {
        try {
            return tree.resolved(reference);
        } catch (IllegalArgumentException e) {
            return StrictJson.mapper().createObjectNode(); // a template says what it can
        }
    }

    private ArrayNode array(JsonNode schema, String word) {
        ArrayNode template = StrictJson.mapper().createArrayNode();
        JsonNode items = schema.path("items");
        if (items.has("type") || items.has("$ref")) {
            property(items, word).ifPresent(template::add);
        }
        return template;
    }

    private static List<JsonNode> branches(JsonNode anyOf) {
        return anyOf.valueStream().toList();
    }

    private static List<JsonNode> ofEachType(JsonNode schema) {
        List<JsonNode> each = new ArrayList<>();
        for (JsonNode type : schema.path("type")) {
            ObjectNode one = (ObjectNode) schema.deepCopy();
            one.set("type", type);
            each.add(one);
        }
        return each;
    }

    private JsonNode alternatives(List<JsonNode> branches, String word) {
        boolean nullable = branches.stream().anyMatch(Templates::isNull);
        String text = branches.stream()
                .filter(branch -> !isNull(branch))
                .map(this::alternative)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(" or "));
        return StringNode.valueOf((nullable ? "optional" : word) + ", " + text);
    }

    private static boolean isNull(JsonNode branch) {
        return branch.path("type").asString("").equals("null");
    }

    /** One alternative as text in Python's notation. */
    private String alternative(JsonNode branch) {
        String type = branch.path("type").asString("");
        if (SCALARS.containsKey(type)) {
            return SCALARS.get(type);
        }
        if (branch.has("prefixItems")) {
            return branch.path("prefixItems")
                    .valueStream()
                    .map(item -> PythonText.quoted(alternative(item)))
                    .collect(Collectors.joining(", ", "(", ")"));
        }
        if (branch.path("additionalProperties").isObject() && !branch.has("properties")) {
            return map(branch.path("additionalProperties"));
        }
        return property(branch, "required").map(PythonText::of).orElse("");
    }

    private String map(JsonNode values) {
        return values.has("$ref")
                ? "{'required, str': "
                        + property(values, "required").map(PythonText::of).orElse("{}") + "}"
                : alternative(values);
    }
}
