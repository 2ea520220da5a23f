package org.busbar.finales;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;
import org.busbar.api.broker.Offer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Offers of this lab as capabilities of FINALES. Safe for use by many threads. */
final class OwnOffers {

    private static final int MOST_KEPT = 1000;

    private final Map<Offer, SchemaCapability> made = new ConcurrentHashMap<>();

    SchemaCapability capability(Offer offer) {
        if (made.size() > MOST_KEPT) {
            made.clear();
        }
        return made.computeIfAbsent(offer, OwnOffers::make);
    }

    private static SchemaCapability make(Offer offer) {
        List<Parameter> inputs = offer.capability().inputs();
        List<Parameter> outputs = offer.capability().outputs();
        return new SchemaCapability(
                new Pair(offer.quantity(), offer.method()),
                new JsonSchema(schema(inputs)),
                new JsonSchema(schema(outputs)),
                codec(inputs),
                codec(outputs),
                offer,
                true);
    }

    private static Codec codec(List<Parameter> parameters) {
        Map<String, Form> forms = new HashMap<>();
        parameters.forEach(parameter -> forms.put(parameter.name(), form(parameter)));
        return new Codec(forms, new Form.Word());
    }

    private static Form form(Parameter parameter) {
        if (parameter instanceof Parameter.Real real) {
            return new Form.Own(real.unit(), true);
        }
        if (parameter instanceof Parameter.Curve curve) {
            return new Form.Own(curve.unit(), true);
        }
        return new Form.Own(Unit.ONE, !(parameter instanceof Parameter.Specimen));
    }

    private static ObjectNode schema(List<Parameter> parameters) {
        ObjectNode schema = StrictJson.mapper().createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (Parameter parameter : parameters) {
            properties.set(parameter.name(), property(parameter));
            required.add(parameter.name());
        }
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode property(Parameter parameter) {
        ObjectNode schema = StrictJson.mapper().createObjectNode();
        if (!parameter.term().isEmpty()) {
            schema.put("description", parameter.term());
        }
        if (parameter instanceof Parameter.Real real) {
            return number(schema.put("type", "number"), real);
        }
        if (parameter instanceof Parameter.Whole whole) {
            schema.put("type", "integer");
            return bounds(schema, whole.min(), whole.max());
        }
        if (parameter instanceof Parameter.Choice choice) {
            ArrayNode options = schema.put("type", "string").putArray("enum");
            choice.options().forEach(options::add);
            return schema;
        }
        if (parameter instanceof Parameter.Note note) {
            return schema.put("type", "string").put("maxLength", note.longest());
        }
        return structured(schema, parameter);
    }

    private static ObjectNode structured(ObjectNode schema, Parameter parameter) {
        if (parameter instanceof Parameter.Curve curve) {
            schema.put("type", "array").putObject("items").put("type", "number");
            return schema.put("unit", curve.unit().ucum());
        }
        if (parameter instanceof Parameter.Specimen) {
            return schema.put("type", "string").put("title", "sample");
        }
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        List.of("uri", "mediaType", "sha256")
                .forEach(name -> properties.putObject(name).put("type", "string"));
        schema.putArray("required").add("uri").add("mediaType").add("sha256");
        return schema;
    }

    private static ObjectNode number(ObjectNode schema, Parameter.Real real) {
        schema.put("unit", real.unit().ucum());
        if (Double.isFinite(real.min())) {
            schema.put("minimum", real.min());
        }
        if (Double.isFinite(real.max())) {
            schema.put("maximum", real.max());
        }
        return schema;
    }

    private static ObjectNode bounds(ObjectNode schema, long min, long max) {
        if (min != Long.MIN_VALUE) {
            schema.put("minimum", min);
        }
        return max == Long.MAX_VALUE ? schema : schema.put("maximum", max);
    }

    /** The regions that an offer accepts as limitations of FINALES. */
    static List<JsonNode> limitations(Offer offer) {
        List<JsonNode> limitations = new ArrayList<>();
        for (List<Parameter> region : offer.limitations()) {
            ObjectNode limitation = StrictJson.mapper().createObjectNode();
            region.forEach(parameter -> limit(limitation, parameter));
            limitations.add(limitation);
        }
        return limitations;
    }

    private static void limit(ObjectNode limitation, Parameter parameter) {
        ObjectNode schema = property(parameter);
        if (schema.has("enum")) {
            limitation.set(parameter.name(), schema.get("enum"));
        } else if (schema.has("minimum") || schema.has("maximum")) {
            ObjectNode range = limitation.putArray(parameter.name()).addObject();
            range.setAll(renamed(schema));
        }
    }

    private static Map<String, JsonNode> renamed(ObjectNode schema) {
        Map<String, JsonNode> range = new LinkedHashMap<>();
        if (schema.has("minimum")) {
            range.put("min", schema.get("minimum"));
        }
        if (schema.has("maximum")) {
            range.put("max", schema.get("maximum"));
        }
        return range;
    }
}
