package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./busbar run electrolyte} does, as a user sees it. */
class MainJobTest {

    @TempDir
    Path folder;

    @Test
    void a_campaign_of_40_ends_with_the_best_formulation_and_a_report_and_repeats_itself() throws Exception {
        Path lab = LabServer.exampleLab(folder, 3000, 40);
        Job first = Job.run(folder, lab);
        assertEquals(0, first.code(), first::toString);
        assertEquals(40, first.trials().size(), first::toString);
        assertTrue(first.has("optimizer changed from random to bayes by plan"), first::toString);
        assertTrue(
                first.has("best: 7\\.\\d+ ± 0\\.\\d+ mS/cm at pc_share 0\\.\\d+, salt_molality .* mol/kg .*bayes.*"),
                first::toString);
        assertTrue(first.has("acceleration over random: [\\d.]+ .* to the best row: .*"), first::toString);
        assertTrue(first.has("time: formulate 40 × .*in the lab .*"), first::toString);
        assertReport(lab);
        Job second = Job.run(folder, lab);
        assertEquals(first.trials(), second.trials(), "the same seed gives the same trials");
        assertFalse(Files.exists(lab.resolve("data/server.json")), "the server was stopped");
    }

    private static void assertReport(Path lab) throws Exception {
        try (Stream<Path> reports = Files.list(lab.resolve("data/reports"))) {
            String html = Files.readString(reports.findFirst().orElseThrow());
            assertTrue(html.contains("mS/cm") && html.contains("</html>"));
            assertFalse(html.matches("(?s).*(src|href)=[\"']https?:.*"), "the report loads nothing from elsewhere");
        }
    }

    @Test
    void a_lab_that_is_not_there_is_named() throws Exception {
        Job refused = Job.run(folder, folder.resolve("nowhere"));
        assertEquals(2, refused.code(), refused::toString);
        assertTrue(refused.has(".*nowhere.*"), refused::toString);
    }
}
