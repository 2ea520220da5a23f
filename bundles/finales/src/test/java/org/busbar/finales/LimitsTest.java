package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    private static final String FORMULATION =
            "{'f': [[{'name': 'EC', 'fraction': [{'min': 0.1, 'max': 0.5}]}, {'name': 'DMC', 'fraction': [{'min': 0, 'max': 0.9}]}],"
                    + " [{'name': 'PC', 'fraction': [{'min': 0, 'max': 1}]}]]}";

    private static List<Violation> outside(String value, String limitation) {
        return Limits.outside(
                StrictJson.read(value.replace('\'', '"')),
                StrictJson.read(limitation.replace('\'', '"')),
                List.of("body", "parameters", "m"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'t': 250} | {'t': [{'min': 200, 'max': 300}, {'min': 500, 'max': 800}]} | true",
                "{'t': 600} | {'t': [{'min': 200, 'max': 300}, {'min': 500, 'max': 800}]} | true",
                "{'t': 9999} | {'t': [{'min': 200, 'max': 300}, {'min': 500, 'max': 800}]} | false",
                "{'t': 300.0000001} | {'t': [{'min': 200, 'max': 300}]} | true",
                "{'t': 300.01} | {'t': [{'min': 200, 'max': 300}]} | false",
                "{'t': 200} | {'t': [{'min': 200}]} | true",
                "{'t': 199} | {'t': [{'min': 200}]} | false",
                "{'t': 298.3} | {'t': [{'min': 298, 'max': 300, 'step': 1}]} | true",
                "{'t': 298} | {'t': 298.0} | true",
                "{'t': 298} | {} | true",
                "{'t': 298} | {'t': []} | true",
                "{} | {'t': [{'min': 500}]} | true",
                "{'t': null} | {'t': [{'min': 500}]} | true",
                "{'g': 'fine'} | {'g': ['coarse', 'fine']} | true",
                "{'g': 'other'} | {'g': ['coarse', 'fine']} | false",
                "{'b': true} | {'b': [false]} | false",
                "{'t': 1, 'g': 'a'} | [{'t': 1, 'g': 'b'}, {'t': 2, 'g': 'a'}] | false",
                "{'t': 1, 'g': 'a'} | [{'t': 1, 'g': 'b'}, {'t': 1, 'g': 'a'}] | true",
                "{'l': ['a', 'b']} | {'l': ['a', 'b', 'c']} | true",
                "{'l': ['a', 'd']} | {'l': ['a', 'b', 'c']} | false",
            })
    void a_value_is_inside_or_outside(String value, String limitation, boolean inside) {
        assertEquals(inside, outside(value, limitation).isEmpty());
    }

    @Test
    void every_component_fits_a_pattern_of_the_same_alternative() {
        assertTrue(outside("{'f': [{'name': 'EC', 'fraction': 0.4}, {'name': 'DMC', 'fraction': 0.6}]}", FORMULATION)
                .isEmpty());
        assertTrue(
                outside("{'f': [{'name': 'PC', 'fraction': 1}]}", FORMULATION).isEmpty());
        assertEquals(
                1,
                outside("{'f': [{'name': 'EC', 'fraction': 0.4}, {'name': 'PC', 'fraction': 0.6}]}", FORMULATION)
                        .size());
    }

    @Test
    void a_pattern_that_excludes_zero_must_be_present() {
        List<Violation> outside = outside("{'f': [{'name': 'DMC', 'fraction': 0.9}]}", FORMULATION);
        assertEquals(1, outside.size());
        assertTrue(outside.get(0).msg().contains("lacks"), outside.toString());
        assertTrue(
                outside("{'f': [{'name': 'EC', 'fraction': 0.5}]}", FORMULATION).isEmpty());
    }

    @Test
    void the_place_goes_down_to_the_value() {
        String limitation = "{'f': [{'fraction': [{'min': 0, 'max': 0.5}]}]}";
        Violation outside = outside("{'f': [{'fraction': 0.1}, {'fraction': 0.9}]}", limitation)
                .get(0);
        assertEquals(List.of("body", "parameters", "m", "f", 1, "fraction"), outside.loc());
        assertEquals("limitation", outside.type());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"-3; true", "7; false"})
    void a_bound_that_is_null_is_none(String value, boolean inside) {
        List<Violation> outside =
                Limits.outside(StrictJson.read(value), StrictJson.read("[{\"min\": null, \"max\": 5}]"), List.of());
        assertEquals(inside, outside.isEmpty());
    }
}
