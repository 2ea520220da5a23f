package org.busbar.helao;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.busbar.api.Quantity;
import org.busbar.api.optimize.Objective.Goal;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningTest {

    /** The examples of HELAO's format. */
    static final String FIRST =
            """
            {"soe": ["orchestrator/start", "stage:1/moveAbs_0", "cell:1/cv_0", "analysis/peak_0"],
             "params": {"start": {"collectionkey": "wafer"},
                        "moveAbs_0": {"dx": 2.5, "dy": 7.5, "dz": 0.0},
                        "cv_0": {"low": -0.2, "high": 0.8, "rate": 0.05},
                        "peak_0": {"current_address": "experiment_0:0/cv_0/data/data/i", "x_address": "experiment_0:0/moveAbs_0/parameters/dx"}},
             "meta": {"wafer": 12, "operator": "A. Person"}}
            """;

    /** Says where the points were, for experiments that do not learn themselves. */
    private static final String WITH_POINT = TestLab.MAPPING.replace(
            "\"actions\": {",
            """
            "actions": {"ml/suggest": {"objective": "peak", "point": {
                "next_x": {"from": "moveAbs/parameters/dx", "unit": "mm"},
                "next_y": {"from": "moveAbs/parameters/dy", "unit": "mm"}}},
            """);

    static final String LAST = "{\"soe\": [\"orchestrator/finish\"], \"params\": {\"finish\": null}, \"meta\": {}}";

    @TempDir
    Path folder;

    private TestLab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new TestLab(folder);
    }

    @AfterEach
    void close() throws Exception {
        lab.close();
    }

    /** The following experiments, number {@code e} of thread {@code t}. */
    static String following(int e, int t) {
        return ("""
                {"soe": ["ml/suggest_0", "orchestrator/modify_0", "stage:1/moveAbs_1", "cell:1/cv_1", "analysis/peak_@e"],
                 "params": {"suggest_0": {"address": "experiment_@p:@t/peak_@p/data", "num": 1,
                                          "query": "{\\"x_query\\": [[0.0, 0.0], [2.5, 0.0], [5.0, 2.5]]}"},
                            "modify_0": {"addresses": ["experiment_@e:@t/suggest_0/data/next_x", "experiment_@e:@t/suggest_0/data/next_y"],
                                         "pointers": ["moveAbs_1/dx", "moveAbs_1/dy"]},
                            "moveAbs_1": {"dx": "?", "dy": "?", "dz": 0.0},
                            "cv_1": {"low": -0.2, "high": 0.8, "rate": 0.05},
                            "peak_@e": {"current_address": "experiment_@e:@t/cv_1/data/data/i", "x_address": "experiment_@e:@t/moveAbs_1/parameters/dx"}},
                 "meta": {}}
                """)
                .replace("@e", String.valueOf(e))
                .replace("@p", String.valueOf(e - 1))
                .replace("@t", String.valueOf(t));
    }

    @Test
    void the_examples_of_the_format_run_as_they_are() throws Exception {
        lab.desk.accept(FIRST, 0, 10);
        lab.desk.accept(following(1, 0), 0, 10);
        lab.desk.accept(following(2, 0), 0, 10);
        lab.desk.accept(LAST, 0, 10);
        lab.awaitMoves(3);
        lab.await(0, "uninitialized");
        assertEquals(
                List.of(
                        "moveAbs{dx=2.5 mm, dy=7.5 mm, dz=0 mm}",
                        "moveAbs{dx=0 mm, dy=0 mm, dz=0 mm}",
                        "moveAbs{dx=2.5 mm, dy=0 mm, dz=0 mm}"),
                lab.one.performed.stream().filter(p -> p.startsWith("moveAbs")).toList());
        double first = TestDevice.peak(2.5, 7.5).in("mA");
        assertEquals(first, lab.at(0, "experiment_0:0/peak_0/data/peak").asDouble(), 1e-9);
        assertEquals(first, lab.at(0, "experiment_0:0/cv_0/data/data/i").get(1).asDouble(), 1e-9);
        assertEquals(2.5, lab.at(0, "experiment_2:0/suggest_0/data/next_x").asDouble());
        assertEquals(2.5, lab.at(0, "experiment_2:0/moveAbs_1/parameters/dx").asDouble());
        assertEquals(2.5, lab.at(0, "experiment_2:0/suggest_0/data/data/next_x").asDouble());
    }

    @Test
    void the_optimizer_is_told_everything_measured_in_the_run_and_nothing_else() throws Exception {
        lab.desk.accept(FIRST, 0, 10);
        lab.desk.accept(following(1, 0), 0, 10);
        lab.desk.accept(following(2, 0), 0, 10);
        lab.await(0, "clear");
        Question last = lab.optimizer.asked.get(1);
        assertEquals(Goal.MAXIMIZE, last.problem().objectives().get(0).goal());
        assertEquals(2, last.problem().space().candidates().size(), "the point suggested before is no candidate");
        List<Observation> observed = last.observed();
        assertEquals(2, observed.size());
        assertEquals(Quantity.of(2.5, "mm"), observed.get(0).point().get("next_x"));
        assertEquals(Quantity.of(7.5, "mm"), observed.get(0).point().get("next_y"));
        assertEquals(TestDevice.peak(2.5, 7.5), observed.get(0).outputs().get("peak"));
        assertEquals(Quantity.of(0, "mm"), observed.get(1).point().get("next_x"));
        assertEquals(TestDevice.peak(0, 0), observed.get(1).outputs().get("peak"));
    }

    @Test
    void an_experiment_that_needs_nothing_from_outside_is_one_run() throws Exception {
        lab.desk.accept(FIRST, 0, 10);
        lab.desk.accept(following(1, 0), 0, 10);
        lab.await(0, "clear");
        assertTrue(lab.journal.knows("helao-0-0-0"));
        assertTrue(lab.journal.knows("helao-0-1-0"));
        assertTrue(!lab.journal.knows("helao-0-1-1"));
    }

    /** As HELAO's script for two instruments: the third thread only learns for both. */
    @Test
    void one_thread_may_learn_for_two_others() throws Exception {
        Files.writeString(folder.resolve("helao.json"), WITH_POINT);
        lab.desk.accept(FIRST, 0, 10);
        lab.desk.accept(measure(0, 1, "\"?\"", "5.0", "modify_x", "").replace("\"orchestrator/wait_0\", ", ""), 1, 10);
        lab.desk.accept(learn(0, 0), 2, 10);
        lab.desk.accept(learn(1, 1), 2, 10);
        lab.desk.accept(measure(1, 0, "\"?\"", "\"?\"", "modify_0", "experiment_0:2/suggest_0"), 0, 10);
        lab.desk.accept(measure(1, 1, "\"?\"", "\"?\"", "modify_0", "experiment_1:2/suggest_1"), 1, 10);
        for (int thread : List.of(0, 1, 2)) {
            lab.await(thread, "clear");
        }
        Set<String> points = Stream.of(lab.one, lab.two)
                .flatMap(device -> device.performed.stream())
                .filter(p -> p.startsWith("moveAbs"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(4, points.size(), points.toString());
        assertEquals(2, lab.optimizer.asked.get(1).observed().size());
    }

    private static String learn(int index, int thread) {
        return ("{'soe': ['orchestrator/wait_@i', 'ml/suggest_@i'], 'params': {"
                        + "'wait_@i': {'addresses': 'experiment_0:@t/peak_0'}, 'suggest_@i': {'address':"
                        + " 'experiment_0:@t/peak_0/data', 'query': {'x_query': [[0.0, 0.0], [2.5, 0.0]]}}}}")
                .replace("@i", String.valueOf(index))
                .replace("@t", String.valueOf(thread))
                .replace('\'', '"');
    }

    private static String measure(int e, int t, String x, String y, String modify, String answer) {
        boolean first = answer.isEmpty();
        String text = "{'soe': [" + (first ? "" : "'orchestrator/wait_0', 'orchestrator/" + modify + "', ")
                + "'stage:@d/moveAbs_@e', 'cell:@d/cv_@e', 'analysis/peak_@e'], 'params': {"
                + (first
                        ? ""
                        : "'wait_0': {'addresses': '@a'}, '" + modify + "': {'addresses': ['@a/data/data/next_x',"
                                + " '@a/data/data/next_y'], 'pointers': ['moveAbs_@e/dx', 'moveAbs_@e/dy']}, ")
                + "'moveAbs_@e': {'dx': " + (first ? "5.0" : x) + ", 'dy': " + y
                + ", 'dz': 0}, 'cv_@e': {'low': 0, 'high': 1,"
                + " 'rate': 1}, 'peak_@e': {'current_address': 'experiment_@e:@t/cv_@e/data/data/i', 'x_address':"
                + " 'experiment_@e:@t/moveAbs_@e/data/parameters/dx'}}}";
        return text.replace("@a", answer)
                .replace("@e", String.valueOf(e))
                .replace("@t", String.valueOf(t))
                .replace("@d", String.valueOf(t + 1))
                .replace('\'', '"');
    }
}
