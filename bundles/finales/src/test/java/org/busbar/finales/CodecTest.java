package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CodecTest {

    private static final String SCHEMA = "{'type': 'object', 'properties': {'t': {'type': 'number', 'units': 'kelvin',"
            + " 'minimum': 0, 'maximum': 500}, 'n': {'type': 'integer', 'minimum': 1}, 's': {'type': 'string'},"
            + " 'e': {'type': 'string', 'enum': ['true', 'fine']}, 'b': {'type': 'boolean'},"
            + " 'o': {'type': 'object', 'properties': {}}, 'l': {'type': 'array'},"
            + " 'a': {'anyOf': [{'type': 'number'}, {'type': 'null'}]}, 'r': {'$ref': '#/$defs/R'}},"
            + " '$defs': {'R': {'type': 'number', 'unit': 'S/m'}}}";

    private static final SchemaCapability CAPABILITY =
            SchemaCapability.of(new Pair("q", "m"), json(SCHEMA), json("{'type': 'object'}"));

    private static JsonNode json(String text) {
        return StrictJson.read(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'t': 298.5, 'n': 3, 's': 'abc', 'e': 'fine', 'b': true, 'o': {'x': [1, {'y': null}]}, 'l': [1, 'a', null], 'a': 3, 'r': 1.5}",
                "{'a': null, 'b': false, 'e': 'true'}",
                "{'s': 'true', 'unknown': 'true'}",
                "{'s': 'json:[1]', 'unknown': 'json:1'}",
                "{'s': '{\\\"a\\\": 1}', 'unknown': '[1]'}",
                "{'s': 5, 'b': 'True', 'n': 'x', 't': null, 'e': {'a': 1}, 'o': 'true', 'l': 3}",
                "{'b': 'true', 'a': 'true'}",
                "{'unknown': 1.5, 'u2': 3, 'u3': null, 'u4': true, 'u5': {'a': 1}, 'u6': ''}",
                "{'n': 12345678901234567890, 'unknown': 9007199254740993}",
                "{'s': ''}",
                "{}"
            })
    void whatever_a_client_posts_comes_back(String text) {
        Values values = CAPABILITY.inputCodec().values(json(text));
        Values stored = Json.read(Json.write(values), Values.class);
        assertEquals(json(text).toString(), plain(CAPABILITY.inputCodec().json(stored)));
    }

    /** 298 and 298.0 are the same number. */
    private static String plain(JsonNode json) {
        return json.toString().replaceAll("(\\d)\\.0(?=[,}])", "$1");
    }

    @Test
    void declared_numbers_have_their_unit() {
        Values values = CAPABILITY.inputCodec().values(json("{'t': 298, 'r': 2}"));
        assertEquals(Quantity.of(298, "K"), values.get("t"));
        assertEquals(Quantity.of(2, "S/m"), values.get("r"));
        assertEquals(
                298.15,
                CAPABILITY
                        .inputCodec()
                        .json(Values.of("t", Quantity.of(25, "Cel")))
                        .path("t")
                        .doubleValue(),
                1e-9);
    }

    @Test
    void properties_become_parameters() {
        List<Parameter> inputs = CAPABILITY.offer().capability().inputs();
        assertEquals(Parameter.real("t", "K", 0, 500), inputs.get(0));
        assertEquals(Parameter.whole("n", 1, Long.MAX_VALUE), inputs.get(1));
        assertInstanceOf(Parameter.Note.class, inputs.get(2));
        assertEquals(Parameter.choice("e", "true", "fine"), inputs.get(3));
        assertEquals(Parameter.choice("b", "true", "false"), inputs.get(4));
        assertInstanceOf(Parameter.Note.class, inputs.get(5));
        assertEquals(Parameter.real("r", "S/m"), inputs.get(8));
    }

    @Test
    void what_the_schemas_accept_the_parameters_accept() {
        Values values = CAPABILITY
                .inputCodec()
                .values(json("{'t': 298, 'n': 3, 's': 'x', 'e': 'fine', 'b': true, 'o': {}, 'l': [], 'a': 1, 'r': 2}"));
        assertEquals(List.of(), CAPABILITY.offer().refusals(values));
        assertEquals(List.of(), CAPABILITY.refusals(values));
        assertEquals(new Text("1"), values.get("a"));
        assertEquals(
                1, CAPABILITY.refusals(values.with("t", Quantity.of(600, "K"))).size());
    }

    @Test
    void units_are_known_by_their_words() {
        for (String[] pair : new String[][] {
            {"kelvin", "K"},
            {"Celsius", "Cel"},
            {"hours", "h"},
            {"g/cm^3", "g/cm3"},
            {"mS/cm", "mS/cm"},
            {"blobs", "1"},
            {"siemens / meter", "S/m"},
            {"gram / centimeter ** 3", "g/cm3"},
            {"centimeter ** 3 * gram", "cm3.g"},
            {"milliampere hour", "1"},
            {"siemens per meter", "S/m"},
            {"dimensionless", "1"}
        }) {
            JsonNode schema = json("{'units': '" + pair[0] + "'}");
            assertEquals(pair[1], UnitNames.of(schema).ucum());
        }
    }
}
