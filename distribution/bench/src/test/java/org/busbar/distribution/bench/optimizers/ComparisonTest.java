package org.busbar.distribution.bench.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.busbar.distribution.bench.optimizers.problems.Data;
import org.busbar.distribution.bench.optimizers.problems.Points;
import org.busbar.distribution.bench.optimizers.problems.Variant;
import org.busbar.distribution.bench.optimizers.records.Replay;
import org.busbar.distribution.bench.optimizers.records.Run;
import org.busbar.distribution.bench.optimizers.records.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

    private static final Contestant ROWS = new Contestant("rows", "1", () -> CourseTest::firstOpen);
    private static final Contestant CENTRE = new Contestant(
            "centre", "2", () -> situation -> Collections.nCopies(situation.count(), Points.of(0.5, 0.5)));

    @TempDir
    Path folder;

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    private int run(int threads, List<Contestant> contestants, String problem, Long... seeds) throws Exception {
        List<Variant> variants = List.of(Data.problems().variant(problem));
        return new Comparison(Data.problems(), file(), threads, heard::add).run(contestants, variants, List.of(seeds));
    }

    private Path file() {
        return folder.resolve("runs.jsonl");
    }

    private Collection<Replay> read() throws IOException {
        Runs runs = new Runs(Data.problems());
        runs.addFile(file());
        return runs.all();
    }

    @Test
    void runs_are_recorded_as_the_reader_wants_them() throws Exception {
        for (String problem : List.of("pvlab_p3ht:noise5", "pvlab_p3ht:q4", "edboplus_yield_cost")) {
            assertEquals(0, run(1, List.of(ROWS), problem, 0L));
        }
        for (String problem : List.of("branin", "branin:noise5", "branin:async4")) {
            assertEquals(0, run(1, List.of(CENTRE), problem, 0L));
        }
        List<Run> runs = read().stream().map(Replay::run).toList();
        assertEquals(6, runs.size());
        assertEquals(40, runs.get(0).yObs().size());
        assertEquals(10, runs.get(1).tWall().size());
        assertEquals(2, runs.get(2).yObs().get(0).size());
        assertEquals(30, runs.get(3).y().size());
        assertEquals(
                35 + 10 + 45 + 25 + 25 + 40,
                runs.stream().mapToInt(run -> run.tCpu().size()).sum());
    }

    @Test
    void what_is_there_is_not_run_again() throws Exception {
        run(1, List.of(ROWS), "pvlab_p3ht", 0L, 1L);
        assertEquals(
                List.of(2, 0), read().stream().map(each -> each.run().cold()).toList());
        String before = Files.readString(file());
        heard.clear();
        assertEquals(0, run(1, List.of(ROWS), "pvlab_p3ht", 0L, 1L, 2L));
        assertTrue(heard.get(0).startsWith("1 runs to make, 2 are there"), heard.get(0));
        assertTrue(heard.get(1).startsWith("run 1 of 1"), heard.get(1));
        assertTrue(Files.readString(file()).startsWith(before));
        assertEquals(3, read().size());
    }

    @Test
    void a_run_that_fails_is_told_and_does_not_stop_the_others() throws Exception {
        Contestant broken = new Contestant("broken", "1", () -> situation -> {
            throw new IllegalArgumentException("one objective only");
        });
        assertEquals(2, run(1, List.of(broken, ROWS), "pvlab_p3ht", 0L, 1L));
        assertEquals(2, read().size());
        assertEquals(
                2,
                heard.stream()
                        .filter(line -> line.contains("FAILED") && line.contains("one objective"))
                        .count());
    }

    @Test
    void several_threads_give_the_same_runs_without_process_times() throws Exception {
        run(1, List.of(ROWS), "pvlab_p3ht", 0L, 1L, 2L, 3L);
        List<List<Integer>> alone =
                read().stream().map(each -> each.run().order()).toList();
        Files.delete(file());
        run(3, List.of(ROWS), "pvlab_p3ht", 0L, 1L, 2L, 3L);
        assertEquals(
                alone,
                read().stream()
                        .map(Replay::run)
                        .sorted((a, b) -> Long.compare(a.seed(), b.seed()))
                        .map(Run::order)
                        .toList());
        read().forEach(each -> assertEquals(List.of(), each.run().tCpu()));
        read().forEach(each -> assertFalse(each.run().tWall().isEmpty()));
    }

    @Test
    void options_are_read_and_wrong_ones_refused() {
        Options options = Options.read(
                List.of(
                        "--engines",
                        "a,b?c=1",
                        "--problems",
                        "branin",
                        "--seeds",
                        "3-5",
                        "--out",
                        "o",
                        "--threads",
                        "2"),
                Path.of("data"),
                Path.of("x"));
        assertEquals(List.of("a", "b?c=1"), options.engines());
        assertEquals(List.of(3L, 4L, 5L), options.seeds());
        assertEquals(Path.of("o"), options.out());
        assertEquals(Path.of("data/peers"), options.peers());
        assertEquals(2, options.threads());
        for (String wrong : List.of("--seeds 5-3", "--seeds 0-50", "--threads 0", "--colour red", "--out")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Options.read(Stream.of(wrong.split(" ")).toList(), Path.of("d"), Path.of("o")),
                    wrong);
        }
    }
}
