package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Text;
import org.busbar.api.experiment.Input;
import org.busbar.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class InputEntryTest {

    private static JsonNode tree(String json) {
        return Json.mapper().readTree(json);
    }

    @Test
    void channels_previous_passes_and_values_as_json_are_inputs() {
        assertEquals(new Input.Reading("oven.1", "temperature"), InputEntry.of("${oven.1:temperature}"));
        assertEquals(
                new Input.Previous("fit", "value", Quantity.of(1, "mS/cm")),
                InputEntry.of(tree("{\"previous\": \"${fit.value}\", \"first\": \"1 mS/cm\"}")));
        assertEquals(
                new Input.Constant(Series.of("Hz", 1, 2)),
                InputEntry.of(tree("{\"series\": [1, 2], \"unit\": \"Hz\"}")));
        assertEquals(new Input.Constant(Quantity.of(2, "1")), InputEntry.of("2"));
        assertEquals(new Input.Constant(new Text("true")), InputEntry.of(tree("true")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"previous\": \"${fit.value}\"}",
                "{\"previous\": \"${fit}\", \"first\": 1}",
                "{\"previous\": \"${a.b}\", \"first\": \"${c.d}\"}",
                "{\"previous\": \"${a.b}\", \"first\": 1, \"last\": 2}",
                "{\"value\": 1, \"unti\": \"V\"}",
                "[1]",
                "null"
            })
    void what_is_none_of_these_is_refused(String json) {
        assertThrows(IllegalArgumentException.class, () -> InputEntry.of(tree(json)));
    }

    @Test
    void references_name_an_input_or_an_output() {
        assertEquals(new Input.Given("pc_share"), InputEntry.of("${pc_share}"));
        assertEquals(new Input.Given("pc-share"), InputEntry.of(" ${ pc-share } "));
        assertEquals(new Input.Output("mix-2", "sample_1"), InputEntry.of("${mix-2.sample_1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${a.b.c}", "${}", "${a", "a ${b}", "${a} g", "${a b}", "${.a}", "${a.}"})
    void what_looks_like_a_reference_and_is_none_is_refused(String text) {
        Documents.requireParts(
                assertThrows(IllegalArgumentException.class, () -> InputEntry.of(text)), "'" + text + "'", "${input}");
    }

    @Test
    void constants_are_quantities_or_words() {
        assertEquals(new Input.Constant(Quantity.of(20, "Cel")), InputEntry.of("20 Cel"));
        assertEquals(new Input.Constant(Quantity.of(7.4, 0.2, "mS/cm")), InputEntry.of("7.4 +- 0.2 mS/cm"));
        assertEquals(Quantity.of(-1.5e-3, "V"), InputEntry.value("-1.5e-3 V"));
        assertEquals(Quantity.of(0.5, "1"), InputEntry.value(".5"));
        assertEquals(new Text("charge"), InputEntry.value("charge"));
        assertEquals(new Input.Constant(Quantity.of(3, "1")), InputEntry.of(tree("3")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20Cel", "2,5 g", "1 2 3", "20 Celsius"})
    void what_begins_as_a_number_must_be_a_quantity(String text) {
        assertThrows(IllegalArgumentException.class, () -> InputEntry.value(text));
    }
}
