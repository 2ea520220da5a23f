package org.busbar.distribution.bench.optimizers.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.busbar.distribution.bench.optimizers.problems.Data;
import org.busbar.distribution.bench.optimizers.problems.Pool;
import org.busbar.distribution.bench.optimizers.records.Replay;
import org.busbar.distribution.bench.optimizers.records.Run;
import org.busbar.distribution.bench.optimizers.records.Runs;
import org.busbar.json.Json;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportTest {

    private static final Pool POOL =
            (Pool) Data.problems().variant("pvlab_p3ht").problem();

    /** A run that finds the best row as try {@code hit}, and bad rows otherwise. */
    private static Replay run(String engine, long seed, int hit, double seconds) {
        List<Integer> worstFirst = IntStream.range(0, POOL.size())
                .boxed()
                .sorted((a, b) -> Double.compare(POOL.outcome(a)[0], POOL.outcome(b)[0]))
                .toList();
        List<Integer> order = new ArrayList<>(POOL.startRows(seed, 5));
        for (int row : worstFirst) {
            if (order.size() < 40 && !order.contains(row)) {
                order.add(order.size() == hit - 1 ? worstFirst.get(POOL.size() - 1) : row);
            }
        }
        List<Double> times = IntStream.range(0, 35).mapToObj(i -> seconds).toList();
        return Replay.of(
                new Run(
                        engine,
                        "1",
                        "pvlab_p3ht",
                        seed,
                        5,
                        order,
                        List.of(),
                        List.of(),
                        List.of(),
                        times,
                        List.of(),
                        Json.mapper().createObjectNode()),
                Data.problems());
    }

    private static List<Replay> fastAndSlow() {
        List<Replay> runs = new ArrayList<>();
        for (int seed = 0; seed < 12; seed++) {
            runs.add(run("good", seed, 7, 0.01));
            runs.add(run("bad", seed, 30, 0.02));
        }
        return runs;
    }

    @Test
    void an_engine_that_is_always_sooner_and_faster_beats() {
        Pair pair = Pair.of(new Scores(fastAndSlow()), "good 1", "bad 1");
        assertEquals(Pair.Verdict.BEAT, pair.verdict());
        assertEquals(Pair.Time.BEAT, pair.time());
        assertTrue(pair.problems().get(0).p() < 0.01 && pair.problems().get(0).difference() < 0);
        assertTrue(pair.problems().get(0).interval().high() < 0);
        assertTrue(pair.meanRank() < 1.2);
    }

    @Test
    void the_other_way_round_it_neither_beats_nor_matches() {
        Pair pair = Pair.of(new Scores(fastAndSlow()), "bad 1", "good 1");
        assertEquals(Pair.Verdict.NEITHER, pair.verdict());
        assertEquals(Pair.Time.NOT_BEAT, pair.time());
    }

    @Test
    void equal_engines_match() {
        List<Replay> runs = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            runs.add(run("a", seed, 9, 0.01));
            runs.add(run("b", seed, 9, 0.01));
        }
        Pair pair = Pair.of(new Scores(runs), "a 1", "b 1");
        assertEquals(Pair.Verdict.MATCH, pair.verdict());
        assertEquals(1.5, pair.meanRank());
        assertEquals(
                Pair.Verdict.NEITHER, Pair.of(new Scores(runs), "a 1", "c 1").verdict());
    }

    @Test
    void ranks_are_taken_over_common_runs() {
        List<Replay> runs = fastAndSlow();
        Ranking ranking =
                Ranking.of(new Scores(runs), new Scores(runs).problems()).orElseThrow();
        assertEquals(List.of("bad 1", "good 1"), ranking.engines());
        assertEquals(12, ranking.blocks());
        assertTrue(ranking.friedman().meanRanks().get(0) > 1.8);
        runs.removeIf(each -> each.run().engine().equals("bad"));
        assertTrue(Ranking.of(new Scores(runs), new Scores(runs).problems()).isEmpty());
    }

    @Test
    void the_summary_shows_metrics_verdicts_and_random() {
        String text = new Summary(fastAndSlow()).text();
        assertTrue(text.contains("random (exact)"), text);
        assertTrue(text.lines().anyMatch(line -> line.matches(" +good 1 +12 .*")), text);
        assertTrue(text.lines().anyMatch(line -> line.matches(" +good 1 +bad 1 +beat .* beat")), text);
        assertTrue(text.lines().anyMatch(line -> line.matches(" +bad 1 +good 1 +neither .* not beat")), text);
    }

    @Test
    void the_recorded_peers_give_the_published_table() throws IOException {
        Runs peers = new Runs(Data.problems());
        peers.addFolder(Data.folder().resolve("peers"));
        Scores scores = new Scores(peers.all());
        double regret = scores.list("pvlab_p3ht", "botorch-qlognei 0.15.1").stream()
                .mapToDouble(score -> score.regretAfter(20))
                .average()
                .orElseThrow();
        assertEquals(0.11, regret, 0.03);
        assertTrue(new Summary(peers.all()).text().contains("hartmann6"));
    }

    @Test
    void the_page_is_well_formed_and_needs_nothing_else() throws Exception {
        String html = new Summary(fastAndSlow()).html();
        String body = html.substring(html.indexOf("<body>"), html.indexOf("</html>"));
        assertEquals(
                "body",
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(body)))
                        .getDocumentElement()
                        .getTagName());
        assertTrue(html.contains("<polyline") && html.contains("good 1"));
        assertFalse(html.contains("<script") || html.contains("src=") || html.contains("NaN"));
    }

    @Test
    void a_table_refuses_rows_that_do_not_fit_and_escapes_text() {
        Table table = new Table("t", "a", "b");
        assertThrows(IllegalArgumentException.class, () -> table.add("1"));
        table.add("<x>", "1");
        assertTrue(table.html().contains("&lt;x&gt;"));
        assertEquals("> 40", Table.tries(Double.POSITIVE_INFINITY, 40));
        assertEquals("12.5", Table.tries(12.5, 40));
        assertEquals("-", Table.number(Double.NaN, 2));
    }
}
