package org.busbar.helao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

    @TempDir
    Path folder;

    @Test
    void names_and_units_are_those_of_the_mapping() throws Exception {
        Files.writeString(
                folder.resolve("helao.json"),
                """
                {"servers": {"lang": {"device": "cell-2"}},
                 "actions": {"lang/goTo": {"action": "moveAbs",
                     "inputs": {"x": {"to": "dx", "unit": "cm"}, "y": "dy", "plot": null}, "defaults": {"dz": 3}}}}
                """);
        try (TestLab lab = new TestLab(folder)) {
            lab.add(0, LaneTest.start(", 'lang:2/goTo_0'", ", 'goTo_0': {'x': 2.5, 'y': 1, 'plot': 'tCV'}"));
            lab.await(0, "clear");
            assertEquals("moveAbs{dx=2.5 cm, dy=1 mm, dz=3 mm}", lab.two.performed.get(0));
            assertEquals(2.5, lab.at(0, "experiment_0:0/goTo_0/parameters/x").asDouble());
            assertEquals(
                    "tCV", lab.at(0, "experiment_0:0/goTo_0/parameters/plot").asString());
        }
    }

    @Test
    void without_a_mapping_a_server_is_the_device_of_that_name() throws Exception {
        Files.writeString(folder.resolve("helao.json"), "");
        try (TestLab lab = new TestLab(folder)) {
            lab.add(0, LaneTest.start(", 'cell:1/moveAbs_0'", ", 'moveAbs_0': " + LaneTest.MOVE));
            lab.await(0, "clear");
            assertEquals(1, lab.one.count("moveAbs"));
            String path = lab.status(0).path("path").asString();
            assertTrue(path.contains("/" + folder.getFileName() + "_wafer_12"), path);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                                        | no object",
                "{                                                         | not JSON",
                "{\"servers\": {\"a\": {}}}                                | /servers/a needs one of",
                "{\"actions\": {\"a/b\": {\"inputs\": {\"x\": {\"unit\": \"parsec!\"}}}}} | parsec",
                "{\"actions\": {\"a/b\": {\"goal\": \"best\"}}}            | /actions/a/b/goal",
                "{\"actions\": {\"a/b\": {\"what\": 1}}}                   | /actions/a/b/what",
            })
    void what_is_wrong_is_told_with_its_place(String json, String message) {
        String told = assertThrows(IllegalArgumentException.class, () -> MappingReader.read(json, "lab"))
                .getMessage();
        assertTrue(told.contains(message), told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ">5|5.1|true",
                "> 5|5|false",
                ">=5|5|true",
                "<5|4.9|true",
                "<= 5|5.1|false",
                "=5|5|true",
                "1?5|125|true"
            })
    void a_criterion_has_a_sign_and_a_number_or_wildcards(String criterion, double value, boolean holds) {
        assertEquals(
                holds,
                Criterion.holds(
                        criterion,
                        value == 125
                                ? tools.jackson.databind.node.JsonNodeFactory.instance.stringNode("125")
                                : tools.jackson.databind.node.JsonNodeFactory.instance.numberNode(value)));
    }
}
