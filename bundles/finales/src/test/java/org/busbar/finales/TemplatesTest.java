package org.busbar.finales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the table of templates, for a property {@code p}. */
class TemplatesTest {

    private static final String DEFINITIONS =
            "'$defs': {'U': {'type': 'object', 'properties': {'u': {'type': 'string'},"
                    + " 'v': {'type': 'number'}}, 'required': ['u']}, 'S': {'type': 'string'},"
                    + " 'W': {'type': 'object', 'properties': {'location': {'anyOf': [{'$ref': '#/$defs/L'}, {'type': 'null'}]}}},"
                    + " 'L': {'type': 'object', 'properties': {'address': {'type': 'string'}}, 'required': ['address']}}";

    private static String template(String property, boolean required) {
        String schema = "{'type': 'object', 'properties': {'p': " + property + "}, "
                + (required ? "'required': ['p'], " : "") + DEFINITIONS + "}";
        return Templates.of(StrictJson.read(schema.replace('\'', '"')))
                .toString()
                .replace("\\\"", "~")
                .replace('"', '\'');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'number'} | {'p':'required, float'}",
                "{'type': 'integer'} | {'p':'required, int'}",
                "{'type': 'string'} | {'p':'required, str'}",
                "{'type': 'boolean'} | {'p':'required, bool'}",
                "{'type': 'array', 'items': {'type': 'number'}} | {'p':['required, float']}",
                "{'type': 'array', 'items': {'type': 'array', 'items': {'type': 'string'}}} | {'p':[['required, str']]}",
                "{'type': 'array', 'items': {'$ref': '#/$defs/U'}} | {'p':[{'u':'required, str','v':'optional, float'}]}",
                "{'type': 'array', 'items': {}} | {'p':[]}",
                "{'type': 'object', 'properties': {'a': {'type': 'string'}}} | {'p':{'a':'optional, str'}}",
                "{'type': 'object'} | {'p':{}}",
                "{'allOf': [{'$ref': '#/$defs/U'}]} | {'p':{'u':'required, str','v':'optional, float'}}",
                "{'allOf': [{'$ref': '#/$defs/S'}]} | {'p':{}}",
                "{'anyOf': [{'type': 'string'}, {'type': 'number'}, {'type': 'null'}]} | {'p':'optional, str or float'}",
                "{'anyOf': [{'type': 'array', 'items': {'type': 'number'}}, {'type': 'null'}]} | {'p':'optional, ['required, float']'}",
                "{'anyOf': [{'type': 'array', 'prefixItems': [{'type': 'number'}, {'type': 'number'}]}, {'type': 'null'}]} | {'p':'optional, ('float', 'float')'}",
                "{'anyOf': [{'type': 'object', 'additionalProperties': {'type': 'number'}}, {'type': 'null'}]} | {'p':'optional, float'}",
                "{'anyOf': [{'type': 'object', 'additionalProperties': {'$ref': '#/$defs/L'}}, {'type': 'null'}]} | {'p':'optional, {'required, str': {'address': 'required, str'}}'}",
                "{'anyOf': [{'$ref': '#/$defs/L'}, {'type': 'null'}]} | {'p':'optional, {'address': 'required, str'}'}",
                "{'anyOf': [{'$ref': '#/$defs/W'}, {'type': 'null'}]} | {'p':'optional, {'location': ~optional, {'address': 'required, str'}~}'}",
                "{'const': 3} | {}",
                "{'enum': ['a']} | {}",
                "{'title': 'P'} | {}",
                "{'type': 'array'} | {'p':[]}",
                "{'type': 'array', 'items': {'type': 'object', 'properties': {'a': {'type': 'integer'}}}} | {'p':[{'a':'optional, int'}]}",
                "{'type': ['number', 'null']} | {'p':'optional, float'}",
                "{'anyOf': [{'type': 'string'}, {'type': 'number'}]} | {'p':'required, str or float'}",
                "{'$ref': '#/$defs/L'} | {'p':{'address':'required, str'}}",
                "{'$ref': '#/$defs/S'} | {'p':'required, str'}",
                "{'$ref': '#/$defs/none'} | {}",
            })
    void a_required_property_looks_like_that(String property, String expected) {
        assertEquals(expected, template(property, true));
    }

    @Test
    void an_optional_property_says_so() {
        assertEquals("{'p':'optional, float'}", template("{'type': 'number'}", false));
        assertEquals(
                "{'p':'optional, str or float'}",
                template("{'anyOf': [{'type': 'string'}, {'type': 'number'}]}", false));
    }

    @Test
    void a_root_that_is_no_object_has_an_empty_template() {
        assertEquals(
                "{}", Templates.of(StrictJson.read("{\"type\": \"array\"}")).toString());
        assertEquals("{}", Templates.of(StrictJson.read("{}")).toString());
    }

    @Test
    void a_schema_within_itself_comes_to_an_end() {
        String tree = "{'type': 'object', 'properties': {'child': {'$ref': '#'}}}";
        assertEquals(
                "{\"child\":{\"child\":{}}}",
                Templates.of(StrictJson.read(tree.replace('\'', '"'))).toString());
    }
}
