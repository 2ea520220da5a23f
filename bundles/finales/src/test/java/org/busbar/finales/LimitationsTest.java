package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the table of what may stand for a schema. */
class LimitationsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'number'} | 5 | true",
                "{'type': 'number'} | [5, {'min': 1, 'max': 2, 'step': 0.5}, {'min': 3}] | true",
                "{'type': 'number'} | {'min': 1} | false",
                "{'type': 'number'} | [{'min': 1, 'mean': 2}] | false",
                "{'type': 'number'} | 'x' | false",
                "{'type': 'integer'} | [1, 2] | true",
                "{'type': 'string'} | 'x' | true",
                "{'type': 'string'} | ['x', 'y'] | true",
                "{'type': 'string'} | [1] | false",
                "{'type': 'boolean'} | [true, false] | true",
                "{'type': 'boolean'} | 'True' | false",
                "{'type': 'null'} | null | true",
                "{'type': 'object', 'properties': {'a': {'type': 'number'}}} | {} | true",
                "{'type': 'object', 'properties': {'a': {'type': 'number'}}} | {'a': [1], 'other': 'x'} | true",
                "{'type': 'object', 'properties': {'a': {'type': 'number'}}} | [{'a': 1}, {'a': 2}] | true",
                "{'type': 'object', 'properties': {'a': {'type': 'number'}}} | {'a': 'x'} | false",
                "{'type': 'object', 'properties': {'a': {'type': 'number'}}} | 3 | false",
                "{'type': 'array', 'items': {'type': 'string'}} | ['a', 'b'] | true",
                "{'type': 'array', 'items': {'type': 'string'}} | [['a'], ['b', 'c']] | true",
                "{'type': 'array', 'items': {'type': 'string'}} | [1] | false",
                "{'type': 'array', 'items': {'type': 'string'}} | 'a' | false",
                "{'anyOf': [{'type': 'number'}, {'type': 'null'}]} | [{'min': 1}] | true",
                "{'anyOf': [{'type': 'number'}, {'type': 'null'}]} | null | true",
                "{'anyOf': [{'type': 'number'}, {'type': 'null'}]} | 'x' | false",
                "{'allOf': [{'$ref': '#/$defs/A'}], '$defs': {'A': {'type': 'string'}}} | 'x' | true",
                "{'allOf': [{'type': 'string'}, {'type': 'string'}]} | 'x' | false",
                "{'properties': {}, 'const': 3} | 3 | false",
                "{} | {} | true",
                "{} | {'a': 1} | false",
                "{'type': ['string', 'null']} | 'x' | true",
            })
    void a_limitation_mirrors_its_schema(String schema, String limitation, boolean fits) {
        Limitations limitations = new Limitations(StrictJson.read(schema.replace('\'', '"')));
        assertEquals(
                fits,
                limitations
                        .fault(StrictJson.read(limitation.replace('\'', '"')))
                        .isEmpty());
    }
}
