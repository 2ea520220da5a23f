package org.busbar.distribution.bench.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.busbar.api.Values;
import org.busbar.distribution.bench.optimizers.problems.Data;
import org.busbar.distribution.bench.optimizers.problems.Points;
import org.busbar.distribution.bench.optimizers.problems.Variant;
import org.junit.jupiter.api.Test;

class CourseTest {

    private final List<Situation> asked = new ArrayList<>();

    /** Takes the first rows that are neither told nor pending. */
    static List<Values> firstOpen(Situation situation) {
        HashSet<Values> known = new HashSet<>(situation.pending());
        situation.told().forEach(trial -> known.add(trial.point()));
        return situation.problem().problem().space().candidates().stream()
                .filter(candidate -> !known.contains(candidate))
                .limit(situation.count())
                .toList();
    }

    private List<Trial> run(String problem, Engine engine) throws Exception {
        Variant variant = Data.problems().variant(problem);
        Engine noted = situation -> {
            asked.add(situation);
            return engine.next(situation);
        };
        Course course = new Course(variant, noted, 3);
        List<Trial> trials = course.run();
        assertEquals(asked.size(), course.watch().wall().size());
        return trials;
    }

    @Test
    void a_plain_run_tells_everything_and_asks_for_one() throws Exception {
        List<Trial> trials = run("pvlab_p3ht", CourseTest::firstOpen);
        assertEquals(40, trials.size());
        assertEquals(35, asked.size());
        for (int i = 0; i < asked.size(); i++) {
            assertEquals(5 + i, asked.get(i).told().size());
            assertEquals(1, asked.get(i).count());
            assertEquals(List.of(), asked.get(i).pending());
        }
        assertEquals(
                Data.problems().variant("pvlab_p3ht").problem().start(3, 5),
                trials.subList(0, 5).stream().map(Trial::point).toList());
        assertEquals(40, trials.stream().map(Trial::point).distinct().count());
    }

    @Test
    void a_batch_is_asked_for_when_all_of_the_last_is_told() throws Exception {
        assertEquals(45, run("pvlab_p3ht:q4", CourseTest::firstOpen).size());
        assertEquals(10, asked.size());
        asked.forEach(situation -> assertEquals(4, situation.count()));
        asked.forEach(situation -> assertEquals(List.of(), situation.pending()));
        assertEquals(9, asked.get(1).told().size());
    }

    @Test
    void four_workers_are_kept_busy() throws Exception {
        assertEquals(45, run("pvlab_p3ht:async4", CourseTest::firstOpen).size());
        assertEquals(40, asked.size());
        assertEquals(
                List.of(0, 1, 2, 3, 3, 3),
                asked.subList(0, 6).stream().map(each -> each.pending().size()).toList());
        assertEquals(
                List.of(5, 5, 5, 5, 6, 7),
                asked.subList(0, 6).stream().map(each -> each.told().size()).toList());
    }

    @Test
    void noise_is_told_and_is_the_same_for_every_engine() throws Exception {
        Variant noisy = Data.problems().variant("pvlab_p3ht:noise5");
        List<Trial> trials = run("pvlab_p3ht:noise5", CourseTest::firstOpen);
        for (int i = 0; i < trials.size(); i++) {
            double exact = noisy.problem().outcome(trials.get(i).point())[0];
            assertNotEquals(exact, trials.get(i).told().get(0));
            assertEquals(exact + noisy.noise(3, i), trials.get(i).told().get(0));
        }
    }

    @Test
    void several_objectives_are_told_together() throws Exception {
        assertEquals(
                2,
                run("edboplus_yield_cost", CourseTest::firstOpen).get(7).told().size());
    }

    @Test
    void an_engine_with_nothing_left_ends_the_run() throws Exception {
        Engine tired = situation -> situation.told().size() < 9 ? firstOpen(situation) : List.of();
        assertEquals(9, run("pvlab_p3ht", tired).size());
    }

    @Test
    void wrong_suggestions_are_refused() {
        Values first =
                Data.problems().variant("pvlab_p3ht").problem().start(3, 1).get(0);
        assertThrows(IllegalStateException.class, () -> run("pvlab_p3ht", situation -> List.of(first)));
        assertThrows(IllegalArgumentException.class, () -> run("pvlab_p3ht", situation -> List.of(Points.of(0.5))));
        assertThrows(IllegalArgumentException.class, () -> run("branin", situation -> List.of(Points.of(0.5, 2))));
        assertThrows(IllegalStateException.class, () -> run("branin", situation -> List.of()));
        assertTrue(assertThrows(IllegalStateException.class, () -> run("branin:q4", situation -> List.of()))
                .getMessage()
                .contains("branin:q4"));
    }
}
