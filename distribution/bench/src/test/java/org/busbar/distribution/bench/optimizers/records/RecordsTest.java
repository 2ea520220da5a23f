package org.busbar.distribution.bench.optimizers.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.busbar.distribution.bench.optimizers.problems.Data;
import org.busbar.distribution.bench.optimizers.problems.Surface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {

    private static final String FRONT =
            "{\"engine\":\"e\",\"version\":\"1\",\"problem\":\"pvlab_p3ht\",\"seed\":0,\"n0\":2,";
    private static final String GOOD = FRONT + "\"order\":[161,167,3],\"t_cpu\":[0.5],\"note\":{\"a\":1}}";

    @TempDir
    Path folder;

    private Runs runs(String... lines) throws IOException {
        Path file = folder.resolve("r.jsonl");
        Files.write(file, List.of(lines));
        Runs runs = new Runs(Data.problems());
        runs.addFile(file);
        return runs;
    }

    private String fault(String... lines) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> runs(lines)).getMessage());
    }

    private static void assertNames(String message, String... words) {
        for (String word : words) {
            assertTrue(message.contains(word), message + " does not name " + word);
        }
    }

    @Test
    void a_line_survives_reading_and_writing_with_its_unknown_fields() {
        Run run = RunLine.read(GOOD);
        assertEquals(run, RunLine.read(RunLine.write(run)));
        assertEquals(1, run.others().get("note").get("a").asInt());
        assertEquals(List.of(161, 167, 3), run.order());
        String function = "{\"engine\":\"e\",\"version\":\"1\",\"problem\":\"branin\",\"seed\":0,\"n0\":1,"
                + "\"x\":[[0.1,0.2]],\"y\":[-1.5],\"y_obs\":[[-1.4]],\"t_cpu\":[0.1],\"t_wall\":[0.2],\"threads\":1}";
        assertEquals(function, RunLine.write(RunLine.read(function)));
    }

    @Test
    void values_told_may_be_numbers_or_lists() {
        assertEquals(
                List.of(List.of(1.0), List.of(2.0, 3.0)),
                RunLine.read(FRONT + "\"y_obs\":[1,[2,3]]}").yObs());
    }

    @Test
    void faults_are_refused_with_line_and_field() {
        assertNames(fault(GOOD, "{"), "r.jsonl", "line 2", "JSON");
        assertNames(fault("[1]"), "line 1", "object");
        assertNames(fault(GOOD.replace("\"engine\":\"e\",", "")), "line 1", "engine", "missing");
        assertNames(fault(GOOD.replace("\"seed\":0", "\"seed\":\"0\"")), "field seed", "whole");
        assertNames(fault(GOOD.replace("\"seed\":0", "\"seed\":99")), "first rows");
        assertNames(fault(GOOD.replace("pvlab_p3ht", "nothing")), "field problem", "nothing");
        assertNames(fault(GOOD.replace("pvlab_p3ht", "pvlab_p3ht:x9")), "field problem", ":x9");
        assertNames(fault(GOOD.replace("167,3", "167,178")), "order[2]", "178", "177");
        assertNames(fault(GOOD.replace("167,3", "167,-3")), "order[2]", "-3");
        assertNames(fault(GOOD.replace("167,3", "167,161")), "order[2]", "second time");
        assertNames(fault(GOOD.replace("161,167", "167,161")), "order[0]", "161");
        assertNames(fault(GOOD.replace("[0.5]", "[0.5,0.5]")), "field t_cpu", "2", "1");
        assertNames(fault(GOOD.replace("[0.5]", "[NaN]")), "t_cpu[0]", "NaN");
        assertNames(fault(GOOD.replace("[0.5]", "0.5")), "field t_cpu", "list");
        assertNames(fault(GOOD.replace("167,3", "167").replace(",\"t_cpu\":[0.5]", "")), "field n0", "2");
        assertNames(fault(GOOD.replace("\"n0\":2", "\"n0\":3")), "order[2]");
        assertNames(fault(FRONT + "\"y\":[1,2,3]}"), "field order");
        assertNames(fault(GOOD.replace("\"n0\":2", "\"n0\":2,\"n0\":2")), "n0");
    }

    @Test
    void faults_of_functions_are_refused() {
        Surface branin = (Surface) Data.problems().variant("branin").problem();
        double first = branin.outcome(branin.start(0, 1).get(0))[0];
        String line = String.format(
                Locale.ROOT,
                "{\"engine\":\"e\",\"version\":\"1\",\"problem\":\"branin\",\"seed\":0,\"n0\":1,\"y\":[%.8g,-3]}",
                first);
        assertThrows(IllegalArgumentException.class, () -> runs(line.replace(",-3", "")));
        assertNames(fault(line.replace("\"y\":[", "\"y\":[1,")), "y[0]", "first point");
        assertNames(fault(line.replace("\"y\"", "\"x\":[[0.5,0.5],[0,0]],\"y\"")), "x[0]", "first point");
        assertNames(fault(line.replace("\"y\"", "\"x\":[[0.5,1.5],[0,0]],\"y\"")), "x[0]", "1.5");
        assertNames(fault(line.replace("\"y\"", "\"x\":[[0.5],[0,0]],\"y\"")), "x[0]", "1", "2");
        assertNames(fault(line.replace("\"y\"", "\"order\":[1,2],\"z\"")), "field y");
    }

    @Test
    void a_run_is_merged_once() throws IOException {
        assertEquals(
                2,
                runs(GOOD, GOOD.replace("\"version\":\"1\"", "\"version\":\"2\""))
                        .all()
                        .size());
        assertNames(fault(GOOD, "", GOOD), "line 3", "second time", "pvlab_p3ht");
        Runs merged = runs(GOOD);
        assertTrue(merged.has("e", "1", "pvlab_p3ht", 0));
        assertTrue(!merged.has("e", "1", "pvlab_p3ht", 1));
    }

    @Test
    void all_recorded_peers_obey_the_rules() throws IOException {
        Runs peers = new Runs(Data.problems());
        peers.addFolder(Data.folder().resolve("peers"));
        assertEquals(
                6,
                peers.all().stream().map(each -> each.run().engine()).distinct().count());
        assertEquals(
                12,
                peers.all().stream()
                        .map(each -> each.variant().name())
                        .distinct()
                        .count());
        assertTrue(peers.all().size() > 180, peers.all().size() + " runs");
    }

    @Test
    void a_torn_last_line_is_cut_off_before_more_is_appended() throws IOException {
        Path file = folder.resolve("runs.jsonl");
        Files.writeString(file, GOOD + "\n" + GOOD.substring(0, 40));
        new RunFile(file).append(RunLine.read(GOOD.replace("\"version\":\"1\"", "\"version\":\"2\"")));
        Runs read = new Runs(Data.problems());
        read.addFile(file);
        assertEquals(
                List.of("1", "2"),
                read.all().stream().map(each -> each.run().version()).toList());
    }

    @Test
    void the_first_two_times_of_a_run_are_apart_unless_it_says_otherwise() {
        Run run = RunLine.read(FRONT + "\"order\":[161,167,3,4,5],\"t_cpu\":[9,8,1]}");
        assertEquals(List.of(1.0), run.warmTimes());
        assertEquals(List.of(9.0, 8.0), run.coldTimes());
        Run warm = RunLine.read(FRONT + "\"order\":[161,167,3,4,5],\"t_cpu\":[9,8,1],\"cold\":0}");
        assertEquals(List.of(9.0, 8.0, 1.0), warm.warmTimes());
    }
}
