package org.busbar.json.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTest {

    record Part(String name, Integer count) {
        Part {
            if ("bad".equals(name)) {
                throw new IllegalArgumentException("there is no part named bad");
            }
        }
    }

    record Thing(String name, Unit unit, List<Part> parts, Map<String, Part> byName, Long size) {}

    @TempDir
    Path folder;

    private Thing read(String text) throws Exception {
        return Yaml.read(Files.writeString(folder.resolve("thing.yaml"), text), Thing.class);
    }

    private void refuses(String text, String... parts) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "'" + message + "' lacks '" + part + "'");
        }
        assertEquals(1, message.lines().count(), message);
        assertTrue(!message.contains("org.busbar") && !message.contains("JsonToken"), message);
    }

    @Test
    void records_are_read_and_what_is_left_out_is_null() throws Exception {
        assertEquals(
                new Thing("a", Unit.of("mS/cm"), List.of(new Part("p", 2)), null, null),
                read("name: a # a comment\nunit: mS/cm\nparts:\n  - {name: p, count: 2}\n"));
        assertEquals(new Thing("a", null, null, null, null), read("name: a\nunit:\n"));
        assertEquals(Quantity.of(1, "V"), Yaml.read(folder.resolve(value("{value: 1, unit: V}")), Quantity.class));
    }

    private String value(String text) throws Exception {
        Files.writeString(folder.resolve("value.yaml"), text);
        return "value.yaml";
    }

    @Test
    void an_unknown_key_is_told_with_its_own_place() {
        refuses("name: a\ncolour: red\nsize: 2\n", "line 2, column 1: ", "colour", "only [", "size");
        refuses("parts:\n  - {name: p}\n  - {name: q, cuont: 2}\n", "line 3, column 15: ", "parts[1].cuont", "count");
        refuses("byName:\n  a/b: {nmae: p}\n", "line 2, column 9: ", "byName.a/b.nmae");
    }

    @Test
    void a_fault_of_the_parser_is_one_sentence_with_the_place_it_means() {
        refuses("name: a\n\tsize: 2\n", "line 2, column 1: ", "TAB");
        refuses("parts: [{name: a}\nsize: 2\n", "line 2, column 1: ");
        refuses("name: 'a\n", "line 2, column 1: ", "quoted");
    }

    @Test
    void what_a_record_refuses_is_told_in_its_own_words() {
        refuses("parts:\n  - {name: bad}\n", "line 2", "parts[0]: there is no part named bad");
        refuses("unit: degC\n", "line 1, column ", "unit: ", "did you mean 'Cel'");
    }

    @Test
    void nothing_in_a_list_or_map_is_refused() {
        refuses("parts:\n  -\n", "line 2", "parts[0]");
        refuses("byName:\n  x:\n", "line 2", "byName.x");
    }

    @Test
    void a_key_twice_or_a_second_document_is_refused() {
        refuses("name: a\nname: b\n", "line 2, column 5: ", "name");
        refuses("name: a\n---\nname: b\n", "line 3");
    }

    @Test
    void a_number_is_not_rounded() {
        refuses("size: 4.5\n", "line 1, column 7: size: ", "4.5");
        refuses("parts: [{count: 1e30}]\n", "line 1", "parts[0].count");
        refuses("size: lots\n", "line 1, column 7: size: ", "lots");
    }

    @Test
    void a_list_is_not_a_word() {
        refuses("name: [a]\n", "line 1, column 7: name: ");
        refuses("parts: p\n", "line 1, column 8: parts: ");
        refuses("- a\n", "line 1, column 1: ");
    }

    @Test
    void an_empty_file_is_told() {
        refuses("", "the file is empty");
        refuses("# only a comment\n", "the file is empty");
        refuses("---\n", "the file is empty");
    }

    @Test
    void a_missing_file_is_told() {
        Path none = folder.resolve("none.yaml");
        String message = assertThrows(IllegalArgumentException.class, () -> Yaml.read(none, Thing.class))
                .getMessage();
        assertTrue(message.contains("none.yaml"), message);
    }
}
