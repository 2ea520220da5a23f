package org.busbar.finales;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks the documents of FINALES before 2 and brings them to the form in which they are answered. */
final class FormerDocuments {

    private final Map<String, JsonSchema> schemas = new HashMap<>();

    FormerDocuments() {
        JsonNode definitions = definitions();
        for (String name : List.of("Chemical", "Compound", "Measurement")) {
            ObjectNode schema = StrictJson.mapper().createObjectNode().put("$ref", "#/$defs/" + name);
            schema.set("$defs", definitions.path("$defs"));
            schemas.put(name, new JsonSchema(schema));
        }
    }

    private static JsonNode definitions() {
        try (InputStream in = FormerDocuments.class.getResourceAsStream("former.json")) {
            if (in == null) {
                throw new IllegalStateException("former.json is not in the bundle");
            }
            return StrictJson.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a body.
     *
     * @throws Refused with 422 if it is none of that kind
     */
    ObjectNode read(String kind, byte[] body) {
        JsonNode json = StrictJson.body(body);
        JsonSchema schema = schemas.get(kind);
        Refused.ifAny(
                schema == null
                        ? List.of(Violation.wrong("there is no " + kind, "body"))
                        : schema.violations(json, List.of("body")));
        ObjectNode complete = (ObjectNode) json.deepCopy();
        complete(complete);
        complete.path("formulation").asObjectOpt().ifPresent(FormerDocuments::complete);
        return complete;
    }

    private static void complete(ObjectNode object) {
        if (object.has("smiles")) {
            addReference(object);
        }
        object.path("chemicals").forEach(one -> addReference((ObjectNode) one));
        object.path("amounts").forEach(one -> ((ObjectNode) one)
                .put("unit", title(one.path("unit").asString(""))));
    }

    private static void addReference(ObjectNode chemical) {
        if (!chemical.has("reference")) {
            chemical.put("reference", "");
        }
    }

    private static String title(String unit) {
        return unit.isEmpty() ? unit : unit.substring(0, 1).toUpperCase(Locale.ROOT) + unit.substring(1);
    }
}
