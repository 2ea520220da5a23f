package org.busbar.distribution.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HELAO's demonstration with two scanning droplet cells, as it is shipped. */
class DropletCellsTest {

    @TempDir
    Path folder;

    @Test
    void two_cells_at_once_reach_the_target_and_each_does_one_thing_at_a_time() throws Exception {
        Path lab = LabServer.copy("droplet-cells", folder.resolve("lab"), UnaryOperator.identity());
        Job job = Job.run(folder, lab, "--campaign", "parallel");
        assertEquals(0, job.code(), job::toString);
        assertTrue(job.has(".*target.*reached.*|.*reached.*target.*"), job::toString);
        int measured = 0;
        for (String cell : List.of("cell-1", "cell-2")) {
            measured += measurements(Files.readAllLines(lab.resolve("data/world/" + cell + ".log")), cell);
        }
        assertTrue(measured >= job.trials().size(), measured + " measurements: " + job);
    }

    /** Each motion ends before the next begins, and a measurement follows the way from the waste to the sample. */
    private static int measurements(List<String> log, String cell) {
        String open = "";
        int measured = 0;
        for (String line : log) {
            String[] words = line.split(" ");
            String motion = words[2] + " " + words[3];
            if (words[1].equals("begin")) {
                assertEquals("", open, cell + " was told to do two things at once: " + line);
                open = motion;
            } else {
                assertEquals(open, motion, cell + " ended what it had not begun: " + line);
                open = "";
                measured += words[1].equals("end") && words[3].equals("measure") ? 1 : 0;
            }
        }
        assertTrue(measured > 2, cell + " measured only " + measured + " times");
        return measured;
    }
}
