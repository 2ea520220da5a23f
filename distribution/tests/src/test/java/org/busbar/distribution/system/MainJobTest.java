package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./busbar run electrolyte} does, as a user sees it. */
class MainJobTest {

    @TempDir
    Path folder;

    private record Ended(int code, List<String> lines) {
        List<String> trials() {
            // without the time, which differs, and in the order of the trials, which may end out of order
            return lines.stream()
                    .filter(line -> line.startsWith("trial "))
                    .map(line -> line.replaceFirst(" \\(\\d+/40\\)", "")
                            .replaceFirst(", best so far", "")
                            .replaceFirst(", after .*", ""))
                    .sorted()
                    .toList();
        }

        boolean has(String pattern) {
            return lines.stream().anyMatch(line -> line.matches(pattern));
        }
    }

    private Ended run(Path lab, String... more) throws Exception {
        Path out = folder.resolve("out.txt");
        List<String> command =
                new ArrayList<>(List.of(LabServer.home().resolve("bin/busbar").toString(), "run", lab.toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertTrue(process.waitFor(3, TimeUnit.MINUTES), () -> "The job did not end");
        return new Ended(process.exitValue(), Files.readAllLines(out));
    }

    @Test
    void a_campaign_of_40_ends_with_the_best_formulation_and_a_report_and_repeats_itself() throws Exception {
        Path lab = LabServer.exampleLab(folder, 3000, 40);
        Ended first = run(lab);
        assertEquals(0, first.code(), first::toString);
        assertEquals(40, first.trials().size(), first::toString);
        assertTrue(first.has("optimizer changed from random to forest by plan"), first::toString);
        assertTrue(
                first.has("best: 7\\.\\d+ ± 0\\.\\d+ mS/cm at pc_share 0\\.\\d+, salt_molality .* mol/kg .*forest.*"),
                first::toString);
        assertTrue(first.has("acceleration over random: [\\d.]+ .* to the best row: .*"), first::toString);
        assertTrue(first.has("time: formulate 40 × .*in the lab .*"), first::toString);
        assertReport(lab);
        Ended second = run(lab);
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
        Ended refused = run(folder.resolve("nowhere"));
        assertEquals(2, refused.code(), refused::toString);
        assertTrue(refused.has(".*nowhere.*"), refused::toString);
    }
}
