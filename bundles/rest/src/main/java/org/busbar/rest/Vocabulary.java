package org.busbar.rest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON schemas of everything that is not written part by part: numbers, times, units and values. */
final class Vocabulary {

    static final String GIVEN = "Given";
    static final String GIVEN_VALUES = "GivenValues";
    static final String PROBLEM = "ProblemDetails";

    private static final Map<Class<?>, String> SIMPLE = Map.ofEntries(
            Map.entry(String.class, "{'type': 'string'}"),
            Map.entry(boolean.class, "{'type': 'boolean'}"),
            Map.entry(int.class, "{'type': 'integer', 'format': 'int32'}"),
            Map.entry(Integer.class, "{'type': 'integer', 'format': 'int32'}"),
            Map.entry(long.class, "{'type': 'integer', 'format': 'int64'}"),
            Map.entry(Long.class, "{'type': 'integer', 'format': 'int64'}"),
            Map.entry(double.class, "{'$ref': '#/components/schemas/Number'}"),
            Map.entry(Double.class, "{'$ref': '#/components/schemas/Number'}"),
            Map.entry(Instant.class, "{'type': 'string', 'format': 'date-time'}"),
            Map.entry(Duration.class, "{'type': 'string', 'format': 'duration'}"),
            Map.entry(URI.class, "{'type': 'string', 'format': 'uri'}"),
            Map.entry(Unit.class, "{'$ref': '#/components/schemas/Unit'}"),
            Map.entry(Quantity.class, "{'$ref': '#/components/schemas/Quantity'}"),
            Map.entry(Value.class, "{'$ref': '#/components/schemas/Value'}"),
            Map.entry(Values.class, "{'$ref': '#/components/schemas/Values'}"),
            Map.entry(ObjectNode.class, "{'type': 'object'}"),
            Map.entry(JsonNode.class, "{}"));

    private static final Map<String, String> NAMED = Map.of(
            "Number",
            """
            {'description': 'A number; one that is none is given as a text',
             'anyOf': [{'type': 'number'}, {'enum': ['NaN', 'Infinity', '-Infinity']}]}""",
            "Unit",
            "{'type': 'string', 'description': 'A UCUM code', 'examples': ['mS/cm', 'Cel', 'mA.h/g']}",
            "Quantity",
            """
            {'type': 'object', 'description': 'A number with its unit; without uncertainty (one standard deviation) if not known',
             'properties': {'value': {'anyOf': [{'type': 'number'}, {'type': 'null'}, {'enum': ['Infinity', '-Infinity']}]},
                            'unit': {'$ref': '#/components/schemas/Unit'},
                            'uncertainty': {'anyOf': [{'type': 'number'}, {'type': 'null'}, {'enum': ['Infinity']}]}},
             'required': ['value'], 'additionalProperties': false}""",
            "Value",
            """
            {'description': 'A number with its unit, a series of numbers, a sample, a resource or a text',
             'anyOf': [
              {'$ref': '#/components/schemas/Quantity'},
              {'type': 'string'},
              {'type': 'object', 'properties': {
                'series': {'type': 'array', 'items': {'anyOf': [{'type': 'number'}, {'type': 'null'}, {'enum': ['Infinity', '-Infinity']}]}},
                'unit': {'$ref': '#/components/schemas/Unit'}}, 'required': ['series'], 'additionalProperties': false},
              {'type': 'object', 'properties': {'sample': {'type': 'string'}}, 'required': ['sample'], 'additionalProperties': false},
              {'type': 'object', 'properties': {
                'uri': {'type': 'string', 'format': 'uri'}, 'mediaType': {'type': 'string'}, 'sha256': {'type': 'string'}},
               'required': ['uri', 'mediaType', 'sha256'], 'additionalProperties': false}]}""",
            "Values",
            "{'type': 'object', 'additionalProperties': {'$ref': '#/components/schemas/Value'}}",
            GIVEN_VALUES,
            "{'type': 'object', 'additionalProperties': {'$ref': '#/components/schemas/Given'}}",
            GIVEN,
            """
            {'description': 'A value, or in short: "1.5 mL" where a number is wanted, 2 where it has no unit, "s-1" where a sample is',
             'anyOf': [{'type': 'string'}, {'type': 'number'}, {'$ref': '#/components/schemas/Value'}]}""",
            PROBLEM,
            """
            {'type': 'object', 'description': 'Why a request was not served (RFC 9457)',
             'properties': {
               'type': {'type': 'string', 'format': 'uri'}, 'title': {'type': 'string'}, 'status': {'type': 'integer'},
               'detail': {'type': 'string'}, 'path': {'type': 'string', 'description': 'Where the first fault is'},
               'faults': {'type': 'array', 'items': {'type': 'object', 'properties': {
                 'path': {'type': 'string', 'description': 'Where, as in inputs.volume or query.limit'},
                 'detail': {'type': 'string'}}, 'required': ['path', 'detail']}}},
             'required': ['type', 'title', 'status', 'detail']}""");

    private Vocabulary() {}

    /** The schema of a type that needs no name of its own; empty if it is none of those. */
    static Optional<ObjectNode> simple(Class<?> type) {
        return Optional.ofNullable(SIMPLE.get(type)).map(Vocabulary::parsed);
    }

    /** Every schema that others refer to. */
    static Map<String, ObjectNode> schemas() {
        Map<String, ObjectNode> schemas = new java.util.TreeMap<>();
        NAMED.forEach((name, text) -> schemas.put(name, parsed(text)));
        return schemas;
    }

    private static ObjectNode parsed(String text) {
        return (ObjectNode) Json.mapper().readTree(text.replace("\"", "\\\"").replace('\'', '"'));
    }
}
