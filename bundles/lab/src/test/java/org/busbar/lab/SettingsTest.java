package org.busbar.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import org.busbar.json.Json;
import org.busbar.lab.Fakes.Attribute;
import org.junit.jupiter.api.Test;
import org.osgi.service.metatype.AttributeDefinition;

class SettingsTest {

    private static final Attribute ID = Attribute.of("lab.id", AttributeDefinition.STRING);
    private static final Attribute RATE =
            Attribute.of("rate", AttributeDefinition.DOUBLE).within(0, 10).optional("1");
    private static final Attribute COUNT =
            Attribute.of("count", AttributeDefinition.INTEGER).optional("1");
    private static final Attribute SEED =
            Attribute.of("seed", AttributeDefinition.LONG).optional("1");
    private static final Attribute DRY =
            Attribute.of("dry", AttributeDefinition.BOOLEAN).optional("false");
    private static final Attribute PORTS =
            Attribute.of("ports", AttributeDefinition.STRING).many().optional("a");
    private static final Attribute SPEEDS =
            Attribute.of("speeds", AttributeDefinition.INTEGER).many().optional("1");

    private static Hashtable<String, Object> read(String json) {
        return new Settings(Fakes.declared(ID, RATE, COUNT, SEED, DRY, PORTS, SPEEDS), Path.of("/labs/mine"))
                .typed(Json.mapper().readTree(json.replace('\'', '"')));
    }

    private static void refuses(String json, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> read(json)).getMessage());
    }

    @Test
    void settings_get_the_types_that_are_declared() {
        assertEquals(
                Map.of("lab.id", "pump", "rate", 2.0, "count", 3, "seed", 1L << 40, "dry", true),
                read("{'lab.id': 'pump', 'rate': 2, 'count': 3, 'seed': 1099511627776, 'dry': true}"));
        assertEquals(
                Map.of("lab.id", "7", "rate", 2.5, "count", 3, "dry", false),
                read("{'lab.id': 7, 'rate': '2.5', 'count': '3', 'dry': 'false'}"));
    }

    @Test
    void the_type_in_a_key_of_the_configurator_is_left_out() {
        assertEquals(Map.of("lab.id", "pump", "count", 3), read("{'lab.id': 'pump', 'count:Integer': 3}"));
    }

    @Test
    void the_folder_of_the_lab_is_put_in() {
        assertEquals(Map.of("lab.id", "/labs/mine/data and /labs/mine"), read("{'lab.id': '${lab}/data and ${lab}'}"));
        assertEquals(Map.of("lab.id", "${labs}"), read("{'lab.id': '${labs}'}"));
    }

    @Test
    void several_values_are_an_array_and_one_is_one_of_several() {
        Hashtable<String, Object> many = read("{'lab.id': 'x', 'ports': ['a', '${lab}/b'], 'speeds': [1, 2]}");
        assertArrayEquals(new String[] {"a", "/labs/mine/b"}, (String[]) many.get("ports"));
        assertArrayEquals(new String[] {"1", "2"}, (String[]) many.get("speeds"));
        assertArrayEquals(new String[] {"a"}, (String[])
                read("{'lab.id': 'x', 'ports': 'a'}").get("ports"));
        assertArrayEquals(
                new String[0], (String[]) read("{'lab.id': 'x', 'ports': []}").get("ports"));
        refuses("{'lab.id': 'x', 'speeds': [1, 'fast']}", "speeds = [1,\"fast\"]: a whole number is wanted");
        refuses("{'lab.id': ['x']}", "lab.id = [\"x\"]: one value is wanted");
    }

    @Test
    void what_is_required_and_has_no_default_must_be_there() {
        refuses("{}", "lab.id is missing");
        refuses("{'lab.id': null}", "lab.id = null: one value is wanted");
        Settings optional = new Settings(Fakes.declared(RATE, COUNT), Path.of("/l"));
        assertEquals(Map.of(), optional.typed(Json.mapper().readTree("{}")));
        assertEquals(
                Map.of(),
                new Settings(Fakes.declared(), Path.of("/l"))
                        .typed(Json.mapper().readTree("{}")));
    }

    @Test
    void an_unknown_setting_is_told_with_those_there_are() {
        refuses(
                "{'lab.id': 'x', 'colour': 'red'}",
                "there is no setting colour, only [lab.id, rate, count, seed, dry, ports, speeds]");
    }

    @Test
    void values_of_the_wrong_kind_are_told() {
        refuses("{'lab.id': 'x', 'rate': 'fast'}", "rate = \"fast\": a number is wanted");
        refuses("{'lab.id': 'x', 'rate': 'NaN'}", "rate = \"NaN\": a number is wanted");
        refuses("{'lab.id': 'x', 'rate': {'a': 1}}", "rate = {\"a\":1}: one value is wanted");
        refuses("{'lab.id': 'x', 'count': 2.5}", "count = 2.5: a whole number is wanted");
        refuses("{'lab.id': 'x', 'count': 99999999999}", "count = 99999999999: a whole number is wanted");
        refuses("{'lab.id': 'x', 'seed': ''}", "seed = \"\": a whole number is wanted");
        refuses("{'lab.id': 'x', 'dry': 'yes'}", "dry = \"yes\": true or false is wanted");
        refuses("{'lab.id': 'x', 'dry': 1}", "dry = 1: true or false is wanted");
    }

    @Test
    void limits_are_those_of_the_driver() {
        assertEquals(10.0, read("{'lab.id': 'x', 'rate': 10}").get("rate"));
        refuses("{'lab.id': 'x', 'rate': 10.5}", "rate = 10.5: Value is not within 0.0 to 10.0");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        refuses(
                "{'rate': -1, 'count': 'x', 'colour': 1}",
                "rate = -1: Value is not within 0.0 to 10.0; count = \"x\": a whole number is wanted; "
                        + "there is no setting colour, only [lab.id, rate, count, seed, dry, ports, speeds]; "
                        + "lab.id is missing");
    }
}
