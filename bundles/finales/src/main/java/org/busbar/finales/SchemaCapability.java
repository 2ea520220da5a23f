package org.busbar.finales;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A capability as FINALES has it, described by two JSON Schemas, and the offer of the lab that says the same. What it
 * accepts is what the schemas accept.
 *
 * @param own whether it was made of an offer of this lab, of which the values tell their kinds themselves
 */
record SchemaCapability(
        Pair pair,
        JsonSchema inputs,
        JsonSchema outputs,
        Codec inputCodec,
        Codec outputCodec,
        Offer offer,
        boolean own) {

    /** @throws IllegalArgumentException if a schema is none */
    static SchemaCapability of(Pair pair, JsonNode inputs, JsonNode outputs) {
        SchemaParameters taken = new SchemaParameters(inputs);
        SchemaParameters given = new SchemaParameters(outputs);
        return new SchemaCapability(
                pair,
                new JsonSchema(inputs),
                new JsonSchema(outputs),
                taken.codec(),
                given.codec(),
                SchemaParameters.offer(pair, taken, given),
                false);
    }

    /** @throws IllegalArgumentException if a member is missing or a schema is none */
    static SchemaCapability read(JsonNode file) {
        return of(
                new Pair(text(file, "quantity"), text(file, "method")),
                schema(file, "json_schema_specifications"),
                schema(file, "json_schema_result_output"));
    }

    private static String text(JsonNode file, String name) {
        String text = file.path(name).asString("");
        if (text.isBlank()) {
            throw new IllegalArgumentException("$." + name + " is missing or no text");
        }
        return text;
    }

    private static JsonNode schema(JsonNode file, String name) {
        if (!file.path(name).isObject()) {
            throw new IllegalArgumentException("$." + name + " is missing or no JSON object");
        }
        try {
            new JsonSchema(file.path(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("$." + name + " " + e.getMessage(), e);
        }
        return file.path(name);
    }

    /** As clients get it. */
    ObjectNode json() {
        ObjectNode json = StrictJson.mapper().createObjectNode();
        json.put("quantity", pair.quantity()).put("method", pair.method());
        json.set("json_schema_specifications", inputs.document());
        json.set("json_schema_result_output", outputs.document());
        return json;
    }

    /** What is wrong with inputs of the lab, a sentence each. */
    List<String> refusals(Values values) {
        return texts(inputs.violations(inputCodec.json(values), List.of()));
    }

    List<String> outputRefusals(Values values) {
        return texts(outputs.violations(outputCodec.json(values), List.of()));
    }

    static List<String> texts(List<Violation> violations) {
        return violations.stream().map(Violation::toString).toList();
    }

    /** Why limitations are not of the form that the input schema asks for, with the path; empty if they are. */
    Optional<String> limitationFault(JsonNode limitation) {
        return new Limitations(inputs.document()).fault(limitation);
    }
}
