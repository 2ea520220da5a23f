package org.busbar.rest;

import java.util.List;
import java.util.StringJoiner;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes named values as a JSON schema (draft 2020-12) of what this api takes for them. A number with a unit is a
 * text such as {@code "1.5 g"}; its {@code unit}, {@code minimum} and {@code maximum} stand beside.
 */
final class FormSchema {

    private FormSchema() {}

    static ObjectNode reference(String name) {
        return Schemas.reference(name);
    }

    /** A name for a schema that is made of names of anything; different ones for different names. */
    static String key(String... names) {
        StringJoiner key = new StringJoiner(".");
        for (String name : names) {
            String plain = name.replaceAll("[^A-Za-z0-9_-]", "_");
            key.add(plain.equals(name) ? name : plain + "-" + Integer.toHexString(name.hashCode()));
        }
        return key.toString();
    }

    /** An object with exactly these values, as they are written by this api. */
    static ObjectNode given(List<Parameter> parameters) {
        ObjectNode schema = Json.mapper().createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (Parameter parameter : parameters) {
            properties.set(parameter.name(), given(parameter));
            schema.withArray("required").add(parameter.name());
        }
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode given(Parameter parameter) {
        ObjectNode schema = of(parameter);
        if (parameter instanceof Parameter.Choice || parameter instanceof Parameter.Note) {
            return schema;
        }
        boolean isNumber = parameter instanceof Parameter.Real || parameter instanceof Parameter.Whole;
        schema.remove(List.of("type", "format"));
        return schema.put("$ref", "#/components/schemas/" + (isNumber ? "Quantity" : "Value"));
    }

    /** An object with exactly these values. */
    static ObjectNode of(List<Parameter> form) {
        ObjectNode schema = Json.mapper().createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        form.forEach(parameter -> properties.set(parameter.name(), of(parameter)));
        form.forEach(parameter -> schema.withArray("required").add(parameter.name()));
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode of(Parameter parameter) {
        ObjectNode schema = Json.mapper().createObjectNode();
        if (parameter instanceof Parameter.Real real) {
            number(real, schema);
        } else if (parameter instanceof Parameter.Whole whole) {
            schema.put("type", "integer").put("minimum", whole.min()).put("maximum", whole.max());
        } else if (parameter instanceof Parameter.Curve curve) {
            series(curve, schema);
        } else if (parameter instanceof Parameter.Artifact artifact) {
            schema.put("type", "object").put("format", "resource").put("contentMediaType", artifact.mediaType());
        } else {
            words(parameter, schema);
        }
        return parameter.term().isEmpty() ? schema : schema.put("term", parameter.term());
    }

    private static void words(Parameter parameter, ObjectNode schema) {
        schema.put("type", "string");
        if (parameter instanceof Parameter.Choice choice) {
            choice.options().forEach(option -> schema.withArray("enum").add(option));
        } else if (parameter instanceof Parameter.Note note) {
            schema.put("maxLength", note.longest());
        } else {
            schema.put("format", "sample");
        }
    }

    private static void number(Parameter.Real real, ObjectNode schema) {
        schema.put("type", "string").put("format", "quantity");
        schema.put("unit", real.unit().ucum());
        limit(schema, "minimum", real.min());
        limit(schema, "maximum", real.max());
        if (Double.isFinite(real.min()) && Double.isFinite(real.max())) {
            schema.put(
                    "description",
                    "from " + Quantity.of(real.min(), "1") + " to "
                            + new Quantity(real.max(), real.unit(), Double.NaN));
        }
    }

    private static void limit(ObjectNode schema, String name, double limit) {
        if (Double.isFinite(limit)) {
            schema.put(name, limit);
        }
    }

    private static void series(Parameter.Curve curve, ObjectNode schema) {
        schema.put("type", "object").put("format", "series");
        schema.put("unit", curve.unit().ucum());
    }
}
