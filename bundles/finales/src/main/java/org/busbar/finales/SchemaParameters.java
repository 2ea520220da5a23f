package org.busbar.finales;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;
import org.busbar.api.broker.Offer;
import tools.jackson.databind.JsonNode;

/** The properties of a schema as parameters of the lab: numbers and words as such, anything nested as its JSON text. */
final class SchemaParameters {

    private static final int LONGEST = 16 << 20;

    private final SchemaTree tree;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Map<String, Form> forms = new HashMap<>();

    SchemaParameters(JsonNode schema) {
        this.tree = new SchemaTree(schema);
        schema.path("properties").properties().forEach(one -> add(one.getKey(), tree.resolved(one.getValue())));
    }

    private void add(String name, JsonNode schema) {
        String type = schema.path("type").asString("");
        switch (type) {
            case "number":
                addNumber(name, schema);
                break;
            case "integer":
                parameters.add(new Parameter.Whole(
                        name, bound(schema, "minimum", Long.MIN_VALUE), bound(schema, "maximum", Long.MAX_VALUE), ""));
                forms.put(name, new Form.Number(Unit.ONE, true));
                break;
            case "string":
                parameters.add(word(name, schema));
                forms.put(name, new Form.Word());
                break;
            case "boolean":
                parameters.add(Parameter.choice(name, "true", "false"));
                forms.put(name, new Form.Document());
                break;
            default:
                parameters.add(new Parameter.Note(name, LONGEST, ""));
                forms.put(name, new Form.Document());
        }
    }

    private void addNumber(String name, JsonNode schema) {
        Unit unit = UnitNames.of(schema);
        double min = schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
        double max = schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
        parameters.add(new Parameter.Real(name, unit, min, max, 0, ""));
        forms.put(name, new Form.Number(unit, false));
    }

    private static long bound(JsonNode schema, String name, long open) {
        JsonNode bound = schema.path(name);
        return bound.isNumber() ? (long) bound.doubleValue() : open;
    }

    private static Parameter word(String name, JsonNode schema) {
        if (!schema.path("enum").isArray()) {
            return new Parameter.Note(name, schema.path("maxLength").asInt(LONGEST), "");
        }
        List<String> options =
                schema.path("enum").valueStream().map(one -> one.asString("")).toList();
        return new Parameter.Choice(name, options, "");
    }

    Codec codec() {
        return new Codec(forms, new Form.Undeclared());
    }

    static Offer offer(Pair pair, SchemaParameters inputs, SchemaParameters outputs) {
        return new Offer(
                pair.quantity(),
                pair.method(),
                new Capability(pair.quantity() + "/" + pair.method(), inputs.parameters, outputs.parameters));
    }
}
