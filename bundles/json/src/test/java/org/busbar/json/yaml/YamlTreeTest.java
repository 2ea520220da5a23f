package org.busbar.json.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTreeTest {

    record Part(String name, Unit unit, List<Part> parts) {}

    @TempDir
    Path folder;

    private YamlTree read(String text) throws Exception {
        return read("a.yaml", text);
    }

    private YamlTree read(String name, String text) throws Exception {
        return YamlTree.read(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void every_part_knows_its_place_and_that_of_its_key() throws Exception {
        YamlTree tree = read("name: a\nsteps:\n  - id: x\n    with: {a/b: 1}\n  - {id: y}\n");
        assertEquals("line 1, column 7", tree.place("/name").toString());
        assertEquals("line 1, column 1", tree.key("/name").toString());
        assertEquals("line 2, column 1", tree.key("/steps").toString());
        assertEquals(3, tree.place("/steps/0").line());
        assertEquals(5, tree.key("/steps/1").line());
        assertEquals("line 4, column 17", tree.place("/steps/0/with/a~1b").toString());
        assertEquals(1, tree.at("/steps/0/with/a~1b").intValue());
    }

    @Test
    void what_is_not_there_is_placed_where_it_should_be() throws Exception {
        YamlTree tree = read("name: a\nsteps:\n  - id: x\n");
        assertEquals(3, tree.place("/steps/0/with/volume").line());
        assertEquals("line 1, column 1", tree.place("/outputs").toString());
        assertTrue(tree.at("/outputs").isMissingNode());
    }

    @Test
    void a_part_is_read_or_its_fault_told_with_the_pointer() throws Exception {
        YamlTree tree = read("a: {name: x, unit: V}\nb: {parts: [{name: y}, {unit: degC}]}\nc: {nmae: x}\nd:\n");
        List<String> faults = new ArrayList<>();
        assertEquals(
                Optional.of(new Part("x", Unit.of("V"), null)),
                tree.read("/a", Part.class, (where, place, why) -> faults.add(where + " " + place + " " + why)));
        assertEquals(
                Optional.empty(),
                tree.read("/b", Part.class, (where, place, why) -> faults.add(where + " " + place + " " + why)));
        assertEquals(
                Optional.empty(),
                tree.read("/c", Part.class, (where, place, why) -> faults.add(where + " " + place + " " + why)));
        assertTrue(
                faults.get(0).startsWith("/b/parts/1/unit line 2, column 31 ")
                        && faults.get(0).contains("Cel"),
                faults.get(0));
        assertTrue(faults.get(1).startsWith("/c/nmae line 3, column 5 there is no 'nmae', only ["), faults.get(1));
        assertEquals(
                Optional.empty(), tree.read("/d", Part.class, (where, place, why) -> faults.add(where + " " + why)));
        assertEquals("/d nothing is said here", faults.get(2));
        assertEquals(3, faults.size());
    }

    @Test
    void a_malformed_or_empty_file_is_told_with_its_place() {
        String tab = assertThrows(IllegalArgumentException.class, () -> read("name: a\n\tsize: 2\n"))
                .getMessage();
        assertTrue(tab.startsWith("line 2, column 1: "), tab);
        assertEquals(
                "the file is empty",
                assertThrows(IllegalArgumentException.class, () -> read("# nothing\n"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> read("a: 1\na: 2\n"));
    }

    @Test
    void json_is_read_too_also_if_indented_with_tabs() throws Exception {
        YamlTree tree = read("a.json", "{\n\t\"name\": \"a\",\n\t\"steps\": [\n\t\t{\"id\": \"x\"}\n\t]\n}\n");
        assertEquals("x", tree.at("/steps/0/id").stringValue());
        assertEquals(4, tree.place("/steps/0/id").line());
        String open = assertThrows(IllegalArgumentException.class, () -> read("a.json", "{\n\t\"name\": \n}"))
                .getMessage();
        assertTrue(open.startsWith("line 3, column "), open);
    }
}
