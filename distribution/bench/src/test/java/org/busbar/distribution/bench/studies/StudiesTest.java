package org.busbar.distribution.bench.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.busbar.distribution.bench.studies.electrolyte.Electrolytes;
import org.busbar.distribution.bench.studies.electrolyte.Exploration;
import org.busbar.distribution.bench.studies.electrolyte.OneShot;
import org.busbar.distribution.bench.studies.electrolyte.Temperature;
import org.busbar.distribution.bench.studies.report.Report;
import org.busbar.distribution.bench.studies.report.Study;
import org.busbar.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StudiesTest {

    private static final List<Long> TWO = List.of(0L, 1L);

    @TempDir
    Path folder;

    private static List<Temperature> two() throws Exception {
        List<Temperature> all = Electrolytes.read(Data.folder());
        return List.of(all.get(0), all.get(9));
    }

    @Test
    void exploration_gives_finite_numbers_for_each_temperature_and_surrogate() throws Exception {
        check(new Exploration(two()), 4, 2);
    }

    @Test
    void one_shot_gives_finite_numbers_and_a_map_for_each_temperature_and_surrogate() throws Exception {
        check(new OneShot(two()), 4, 6);
    }

    @Test
    void extrapolation_gives_finite_numbers_for_each_region() throws Exception {
        check(find("extrapolation"), 18, 6);
    }

    @Test
    void latp_gives_finite_numbers_for_hunts_batches_and_iterations() throws Exception {
        check(find("latp"), 4 * 5 + 3 + 4 * 4, 4);
    }

    @Test
    void small_history_gives_finite_numbers_for_each_method() throws Exception {
        check(find("small-history"), 6, 1);
    }

    @Test
    void the_same_seeds_give_the_same_records() throws Exception {
        String first = Json.write(find("small-history").run(TWO, line -> {}).records());
        assertEquals(
                first, Json.write(find("small-history").run(TWO, line -> {}).records()));
    }

    @Test
    void synthetic_data_are_labelled_in_the_page_and_the_text() throws Exception {
        Report report = find("small-history").run(List.of(0L), line -> {});
        assertTrue(report.html().contains("<b>SYNTHETIC.</b>"));
        assertTrue(report.text().contains("SYNTHETIC: "));
    }

    @Test
    void an_unknown_study_is_refused_with_the_names_of_all() throws Exception {
        Catalogue catalogue = new Catalogue(Data.folder());
        Exception refused = assertThrows(IllegalArgumentException.class, () -> catalogue.find("alchemy"));
        assertTrue(refused.getMessage()
                .contains("electrolyte-exploration, one-shot, extrapolation, latp, small-history, small-history-far"));
    }

    private static Study find(String name) throws Exception {
        return new Catalogue(Data.folder()).find(name);
    }

    private void check(Study study, int records, int drawings) throws Exception {
        Report report = study.run(TWO, line -> {});
        report.write(folder);
        List<String> lines = Files.readAllLines(folder.resolve("results.jsonl"));
        String page = Files.readString(folder.resolve("report.html"));
        assertEquals(records, lines.size());
        lines.forEach(line -> finite(Json.read(line, JsonNode.class)));
        assertEquals(drawings, page.split("<svg ", -1).length - 1);
        assertFalse(page.contains("NaN") || page.contains("Infinity") || page.contains("http"), "in the page");
    }

    private static void finite(JsonNode node) {
        node.forEach(StudiesTest::finite);
        assertFalse(node.isNull(), "null in a record");
        assertTrue(!node.isNumber() || Double.isFinite(node.asDouble()), node.toString());
        assertFalse(node.isString() && node.asString().matches("-?Infinity|NaN"), node.toString());
    }
}
