package org.busbar.optimizers.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.LinearConstraint;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Scale;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.busbar.testkit.GivenParts;
import org.busbar.testkit.OptimizerContract;
import org.junit.jupiter.api.Test;

class RandomSearchTest implements OptimizerContract {

    @Override
    public Optimizer optimizer() {
        return new RandomSearch();
    }

    @Test
    void every_step_is_as_likely_as_the_others() {
        Space space = Space.of(Parameter.real("x", "mol/kg", 0.2, 0.5).by(0.1));
        Map<Double, Long> counts = suggest(space, 4000, 1).stream()
                .collect(Collectors.groupingBy(v -> v.quantity("x").value(), TreeMap::new, Collectors.counting()));
        assertEquals(Set.of(0.2, 0.3, 0.4, 0.5), counts.keySet());
        counts.values().forEach(count -> assertEquals(1000, count, 120)); // more than four standard deviations
    }

    @Test
    void a_step_that_does_not_fit_the_range_ends_below_its_limit() {
        Space space = Space.of(Parameter.real("x", "mL", 0, 1).by(0.3));
        Set<Double> values = suggest(space, 200, 1).stream()
                .map(v -> v.quantity("x").value())
                .collect(Collectors.toSet());
        assertEquals(Set.of(0.0, 0.3, 0.6, 0.9), values);
    }

    @Test
    void whole_numbers_and_choices_are_drawn_from_end_to_end() {
        Space space = Space.of(Parameter.whole("n", -1, 1), Parameter.choice("salt", "LiPF6", "LiTFSI"));
        assertEquals(6, new HashSet<>(suggest(space, 200, 1)).size());
    }

    @Test
    void the_widest_whole_numbers_are_still_whole() {
        Parameter widest = Parameter.whole("n", Long.MIN_VALUE, Long.MAX_VALUE);
        suggest(Space.of(widest), 100, 1).forEach(v -> assertTrue(widest.accepts(v.get("n")), v.toString()));
    }

    @Test
    void continuous_numbers_fill_their_range() {
        Space space = Space.of(Parameter.real("t", "Cel", -10, 60));
        List<Double> values = suggest(space, 4000, 1).stream()
                .map(v -> v.quantity("t").value())
                .toList();
        double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
        assertEquals(25, mean, 1.5); // the standard deviation of the mean is 0.32
        assertTrue(values.stream().allMatch(v -> v >= -10 && v <= 60));
    }

    @Test
    void asks_elsewhere_after_each_trial_and_for_each_pending_point() {
        Space space = Space.of(Parameter.real("x", "1", 0, 1));
        Values first = suggest(space, 1, 1).get(0);
        Values afterOne = suggest(new Question(problem(space), List.of(Observation.failed(first)), List.of(), 1, 1));
        Values besideOne = suggest(new Question(problem(space), List.of(), List.of(first), 1, 1));
        assertEquals(3, Set.of(first, afterOne, besideOne).size());
    }

    @Test
    void one_seed_is_not_another_one_shifted() {
        Space space = Space.of(Parameter.real("x", "1", 0, 1));
        Values afterOne = suggest(new Question(
                problem(space), List.of(Observation.failed(suggest(space, 1, 0).get(0))), List.of(), 1, 0));
        assertNotEquals(afterOne, suggest(space, 1, 1).get(0));
        assertNotEquals(afterOne, suggest(space, 1, 31).get(0));
    }

    /** What the first version drew; results that are written down depend on it. */
    @Test
    void draws_in_plain_spaces_never_change() {
        Space space = Space.of(
                Parameter.real("x", "mol/kg", 0.2, 2.1).by(0.05),
                Parameter.real("t", "Cel", -10, 60),
                Parameter.whole("n", 1, 4),
                Parameter.choice("salt", "LiPF6", "LiTFSI"));
        assertEquals(
                "[{x=1.35 mol/kg, t=18.642564902330758 Cel, n=4, salt=LiTFSI},"
                        + " {x=1.2 mol/kg, t=42.80902924879277 Cel, n=3, salt=LiPF6}]",
                suggest(space, 2, 7).toString());
    }

    @Test
    void shares_of_a_mixture_are_alike_and_add_up_on_their_steps() {
        Space space = Space.of(
                        Parameter.real("a", "%", 0, 100).by(1),
                        Parameter.real("b", "%", 0, 100).by(1),
                        Parameter.real("c", "%", 0, 100).by(1))
                .mixing(Mixture.of(Quantity.of(100, "%"), "a", "b", "c"));
        List<Values> points = suggest(space, 2000, 1);
        for (String name : List.of("a", "b", "c")) {
            double mean = points.stream()
                    .mapToDouble(v -> v.quantity(name).value())
                    .average()
                    .orElseThrow();
            assertEquals(100.0 / 3, mean, 2.2); // the standard deviation of the mean is 0.53
        }
        for (Values point : points) {
            double sum = point.quantity("a").value()
                    + point.quantity("b").value()
                    + point.quantity("c").value();
            assertEquals(100, sum, 1e-9);
        }
    }

    @Test
    void constraints_are_kept_and_what_they_leave_is_filled() {
        Space space = Space.of(Parameter.real("x", "1", 0, 1), Parameter.real("y", "1", 0, 1))
                .where(new LinearConstraint(Map.of("x", 1.0, "y", 1.0), Double.NEGATIVE_INFINITY, 1));
        List<Values> points = suggest(space, 1000, 1);
        assertTrue(points.stream()
                .allMatch(v -> v.quantity("x").value() + v.quantity("y").value() <= 1 + 1e-9));
        double mean = points.stream()
                .mapToDouble(v -> v.quantity("x").value())
                .average()
                .orElseThrow();
        assertEquals(1.0 / 3, mean, 0.04); // the standard deviation of the mean is 0.0075
    }

    @Test
    void every_decade_of_a_logarithmic_scale_is_as_likely() {
        Space space = Space.of(Parameter.real("x", "1", 0.01, 100)).seen("x", new Scale.Log());
        long low = suggest(space, 2000, 1).stream()
                .filter(v -> v.quantity("x").value() < 0.1)
                .count();
        assertEquals(500, low, 90); // more than four standard deviations
    }

    @Test
    void a_longer_list_begins_with_the_shorter_one() {
        Space space = Space.of(Parameter.real("x", "1", 0.01, 100)).seen("x", new Scale.Log());
        assertEquals(suggest(space, 2, 1), suggest(space, 5, 1).subList(0, 2));
    }

    @Test
    void finds_one_of_85_candidates_after_43_tries_on_average() {
        List<Values> candidates = IntStream.range(0, 85)
                .mapToObj(i -> Values.of("x", Quantity.of(i, "1")))
                .toList();
        Space space = new Space(List.of(Parameter.real("x", "1", 0, 84)), candidates);
        double tries = IntStream.range(0, 400)
                .map(seed -> suggest(space, 85, seed).indexOf(candidates.get(17)) + 1)
                .average()
                .orElseThrow();
        assertEquals(43, tries, 5); // four standard deviations of the mean
    }

    @Test
    void a_candidate_listed_twice_is_suggested_once() {
        Values twin = Values.of("x", Quantity.of(1, "1"));
        Space space = new Space(List.of(Parameter.real("x", "1", 0, 2)), List.of(twin, twin));
        assertEquals(List.of(twin), suggest(space, 2, 1));
    }

    private static List<Values> suggest(Space space, int count, long seed) {
        return points(new Question(problem(space), List.of(), List.of(), count, seed));
    }

    private static Values suggest(Question question) {
        return points(question).get(0);
    }

    private static List<Values> points(Question question) {
        return new RandomSearch()
                .suggest(question, GivenParts.NONE).stream()
                        .map(Suggestion::point)
                        .toList();
    }

    private static Problem problem(Space space) {
        return new Problem(space, List.of(new Objective("k", Objective.Goal.MAXIMIZE)));
    }
}
