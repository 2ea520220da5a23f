package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonSchemaTest {

    private static JsonNode json(String text) {
        return StrictJson.read(text.replace('\'', '"'));
    }

    private static List<Violation> violations(String schema, String value) {
        return new JsonSchema(json(schema)).violations(json(value), List.of("body"));
    }

    @Test
    void each_violation_is_told_with_its_place() {
        String schema = "{'type': 'object', 'properties': {'t': {'type': 'number', 'units': 'kelvin'},"
                + " 'f': {'type': 'array', 'items': {'type': 'object', 'required': ['x']}}}, 'required': ['t', 'f']}";
        List<Violation> violations = violations(schema, "{'t': 'hot', 'f': [{'x': 1}, {}]}");
        assertEquals(
                List.of(List.of("body", "t"), List.of("body", "f", 1, "x")),
                violations.stream().map(Violation::loc).toList());
        assertEquals("value_error.missing", violations.get(1).type());
        assertEquals(
                List.of("body", "t"), violations(schema, "{'f': []}").get(0).loc());
    }

    @Test
    void definitions_are_found_under_both_keys() {
        for (String key : List.of("$defs", "definitions")) {
            String schema = "{'type': 'object', 'properties': {'c': {'$ref': '#/" + key + "/C'}}, '" + key
                    + "': {'C': {'type': 'string'}}}";
            assertTrue(violations(schema, "{'c': 'x'}").isEmpty());
            assertEquals(
                    List.of("body", "c"), violations(schema, "{'c': 1}").get(0).loc());
        }
    }

    @Test
    void prefix_items_are_those_of_2020_12() {
        String schema = "{'prefixItems': [{'type': 'number'}, {'type': 'string'}], 'items': false}";
        assertTrue(violations(schema, "[1, 'a']").isEmpty());
        assertEquals(1, violations(schema, "['a', 'a']").size());
        assertEquals(1, violations(schema, "[1, 'a', 2]").size());
    }

    @Test
    void numbers_are_no_texts_and_texts_no_booleans() {
        assertEquals(1, violations("{'type': 'string'}", "1").size());
        assertEquals(1, violations("{'type': 'boolean'}", "'True'").size());
        assertTrue(violations("{'type': 'number'}", "1").isEmpty());
    }

    @Test
    void what_is_no_schema_is_refused_and_nothing_is_fetched() {
        assertThrows(IllegalArgumentException.class, () -> new JsonSchema(json("[]")));
        assertThrows(IllegalArgumentException.class, () -> new JsonSchema(json("{'$ref': '#/$defs/none'}")));
        assertThrows(
                IllegalArgumentException.class,
                () -> new JsonSchema(json("{'properties': {'a': {'$ref': 'http://127.0.0.1:1/schema.json'}}}")));
    }

    @Test
    void a_schema_of_another_dialect_is_read_as_one_of_2020_12() {
        String schema = "{'$schema': 'http://json-schema.org/draft-07/schema#', 'type': 'object'}";
        assertTrue(violations(schema, "{}").isEmpty());
    }
}
