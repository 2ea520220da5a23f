package org.busbar.optimizers.designs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.LinearConstraint;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Scale;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.busbar.testkit.GivenParts;
import org.busbar.testkit.OptimizerContract;
import org.junit.jupiter.api.Test;

class DesignsTest implements OptimizerContract {

    private static final Space SQUARE = Space.of(Parameter.real("x", "1", 0, 1), Parameter.real("y", "1", 0, 1));

    @Override
    public Optimizer optimizer() {
        return new Designs();
    }

    /** All trials of a campaign are of one design, although each question has a seed of its own. */
    @Override
    @Test
    public void takes_its_randomness_from_the_seed() throws Exception {
        Problem problem = new Problem(SQUARE, List.of(new Objective("k", Objective.Goal.MAXIMIZE)));
        Question question = new Question(problem, List.of(), List.of(), 3, 7);
        Question later = new Question(problem, List.of(), List.of(), 3, 8);
        List<Suggestion> design = new Designs().suggest(question, GivenParts.NONE);
        assertEquals(design, new Designs().suggest(later, GivenParts.NONE));
        Question other = question.with(Values.of("seed", Quantity.of(2, "1")));
        assertNotEquals(design, new Designs().suggest(other, GivenParts.NONE));
    }

    @Test
    void every_design_goes_on_where_it_was_left_whatever_was_tried_in_between() throws Exception {
        for (String design : List.of("sobol", "latin-hypercube", "random", "grid", "central-composite")) {
            Asked asked = Asked.of(SQUARE, "design", design);
            List<Values> all = asked.points(12);
            List<Values> odd = List.of(all.get(1), at(0.123, 0.456), all.get(4), all.get(0), at(0.9, 0.91));
            List<Values> rest = new ArrayList<>(all);
            List.of(all.get(1), all.get(4), all.get(0)).forEach(rest::remove);
            assertEquals(rest, asked.points(9, odd, 1), design);
        }
    }

    @Test
    void a_design_asked_point_by_point_is_the_design_and_ends() throws Exception {
        Asked asked = Asked.of(SQUARE, "design", "central-composite");
        List<Values> one = new ArrayList<>();
        List<Values> next = asked.points(1, one, 1);
        while (!next.isEmpty()) {
            one.addAll(next);
            next = asked.points(1, one, 1);
        }
        assertEquals(asked.points(100), one);
        assertEquals(12, one.size()); // 4 corners, 4 star points, 4 centres that are all the same point
    }

    @Test
    void grid_has_all_combinations_of_levels_and_options() throws Exception {
        Space space = Space.of(
                Parameter.real("x", "mol/kg", 0.2, 2.1).by(0.05),
                Parameter.whole("n", 1, 2),
                Parameter.choice("salt", "LiPF6", "LiTFSI", "LiFSI"));
        List<Values> points = Asked.of(space, "design", "grid", "levels", 3).points(1000);
        assertEquals(3 * 2 * 3, new HashSet<>(points).size());
        assertEquals(Set.of(0.2, 1.15, 2.1), numbers(points, "x"));
        List<Values> corners = Asked.of(space, "design", "full-factorial").points(1000);
        assertEquals(2 * 2 * 3, new HashSet<>(corners).size());
    }

    @Test
    void grid_is_even_on_a_logarithmic_scale() throws Exception {
        Space space = Space.of(Parameter.real("x", "1", 1, 100)).seen("x", new Scale.Log());
        assertEquals(
                Set.of(1.0, 10.0, 100.0),
                numbers(Asked.of(space, "design", "grid", "levels", 3).points(9), "x"));
    }

    @Test
    void run_order_is_random_unless_the_standard_one_is_asked_for() throws Exception {
        Asked standard = Asked.of(SQUARE, "design", "full-factorial", "order", "standard");
        assertEquals(List.of(at(0, 0), at(1, 0), at(0, 1), at(1, 1)), standard.points(4));
        Asked random = Asked.of(SQUARE, "design", "grid");
        assertNotEquals(random.points(25, List.of(), 1), random.points(25, List.of(), 2));
        assertEquals(new HashSet<>(random.points(25, List.of(), 1)), new HashSet<>(random.points(25, List.of(), 2)));
    }

    @Test
    void a_grid_leaves_out_what_breaks_a_constraint() throws Exception {
        Space triangle = SQUARE.where(new LinearConstraint(Map.of("x", 1.0, "y", 1.0), Double.NEGATIVE_INFINITY, 1));
        Asked asked = Asked.of(triangle, "design", "grid");
        assertEquals(15, asked.points(100).size());
        assertEquals(
                "10 points that break a limit or a constraint",
                asked.insight(List.of()).facts().get("left out"));
        assertEquals(
                15,
                Asked.of(triangle, "design", "sobol", "points", 15).points(100).size());
    }

    @Test
    void a_latin_hypercube_has_one_point_in_each_part_of_each_range() throws Exception {
        List<Values> points =
                Asked.of(SQUARE, "design", "latin-hypercube", "points", 16).points(100);
        for (String name : List.of("x", "y")) {
            Set<Integer> parts = new HashSet<>();
            points.forEach(
                    point -> parts.add((int) Math.floor(point.quantity(name).value() * 16)));
            assertEquals(16, parts.size());
        }
        assertEquals(
                20, Asked.of(SQUARE, "design", "latin-hypercube").points(100).size());
    }

    @Test
    void more_tries_take_latin_hypercubes_apart() throws Exception {
        double one = nearest(
                Asked.of(SQUARE, "design", "latin-hypercube", "tries", 1).points(20));
        double many = nearest(
                Asked.of(SQUARE, "design", "latin-hypercube", "tries", 500).points(20));
        assertTrue(many > 1.5 * one, many + " is not much more than " + one);
    }

    /** A (0, 2)-sequence in base 2: each elementary rectangle of area 1/16 holds one of the first 16 points. */
    @Test
    void sixteen_sobol_points_are_evenly_spread_over_all_rectangles() throws Exception {
        for (long seed = 0; seed < 5; seed++) {
            List<Values> points = Asked.of(SQUARE).points(16, List.of(), seed);
            for (int wide = 0; wide <= 4; wide++) {
                int columns = 1 << wide;
                Set<Integer> cells = new HashSet<>();
                points.forEach(p -> cells.add((int) (p.quantity("x").value() * columns) * 16 / columns
                        + (int) (p.quantity("y").value() * 16 / columns)));
                assertEquals(16, cells.size(), columns + " columns");
            }
        }
    }

    @Test
    void one_factor_after_the_other_leaves_the_rest_at_the_centre() throws Exception {
        Space space = Space.of(Parameter.real("x", "mol/kg", 0, 4), Parameter.choice("salt", "a", "b", "c"));
        Asked asked = Asked.of(
                space, "design", "one-factor-at-a-time", "centre", "x = 1 mol/kg; salt = b", "order", "standard");
        List<Values> points = asked.points(100);
        assertEquals(1 + 4 + 2, points.size());
        Values centre = points.get(0);
        assertEquals("{x=1 mol/kg, salt=b}", centre.toString());
        for (Values point : points.subList(1, points.size())) {
            assertEquals(
                    1,
                    point.names().stream()
                            .filter(n -> !point.get(n).equals(centre.get(n)))
                            .count());
        }
    }

    @Test
    void candidates_nearest_to_the_design_are_taken_and_none_twice() throws Exception {
        List<Values> candidates = IntStream.range(0, 100)
                .mapToObj(i -> at(i % 10 / 9.0, Math.floor(i / 10.0) / 9))
                .toList();
        Asked asked = Asked.of(SQUARE.among(candidates), "design", "full-factorial", "order", "standard");
        assertEquals(List.of(at(0, 0), at(1, 0), at(0, 1), at(1, 1)), asked.points(100));
        assertEquals(List.of(at(1, 0), at(1, 1)), asked.points(100, List.of(at(0, 0), at(0, 1)), 1));
        assertEquals(100, new HashSet<>(Asked.of(SQUARE.among(candidates)).points(1000)).size());
    }

    @Test
    void a_candidate_listed_twice_is_suggested_once() throws Exception {
        List<Values> twins = List.of(at(0.5, 0.5), at(0.5, 0.5));
        assertEquals(List.of(at(0.5, 0.5)), Asked.of(SQUARE.among(twins)).points(5));
    }

    @Test
    void says_how_balanced_the_design_is() {
        Asked asked = Asked.of(SQUARE, "design", "full-factorial");
        Map<String, String> facts = asked.insight(List.of(at(0, 0), at(1, 1))).facts();
        assertEquals("4", facts.get("design points"));
        assertEquals("0 2 times, 1 2 times", facts.get("design levels of x"));
        assertEquals("0.0", facts.get("design largest correlation"));
        assertTrue(facts.get("tried largest correlation").endsWith("between x and y"), facts.toString());
        assertTrue(facts.get("tried largest correlation").startsWith("0.99")
                || facts.get("tried largest correlation").startsWith("1.0"));
        assertEquals("2", facts.get("tried points"));
    }

    /** One point in the middle of a line: 13/12 - 2 + 1. */
    @Test
    void discrepancy_is_that_of_hickernell() {
        assertEquals(Math.sqrt(1.0 / 12), Discrepancy.centred(new double[][] {{0.5}}), 1e-15);
        double two = 13.0 / 12 - 2 * (1 + 0.125 - 0.03125) + (1.25 + 1.25 + 1.0 + 1.0) / 4;
        assertEquals(Math.sqrt(two), Discrepancy.centred(new double[][] {{0.25}, {0.75}}), 1e-12);
    }

    @Test
    void refuses_what_a_design_cannot_handle_and_names_the_parameter() {
        Space salts = Space.of(Parameter.real("x", "1", 0, 1), Parameter.choice("salt", "a", "b", "c"));
        assertRefused("salt", Asked.of(salts, "design", "central-composite"));
        assertRefused("salt", Asked.of(salts, "design", "fractional-factorial"));
        assertRefused("salt", Asked.of(salts, "design", "full-factorial", "centres", 3));
        assertRefused("mixture", Asked.of(salts, "design", "simplex-lattice"));
        assertRefused("levels", Asked.of(SQUARE, "design", "grid", "levels", 1000));
        assertRefused("design", Asked.of(SQUARE, "design", "cubes"));
        assertRefused("layers", Asked.of(SQUARE, "layers", 3));
        assertRefused("points", Asked.of(SQUARE, "points", -3));
        assertRefused("centre", Asked.of(SQUARE, "design", "one-factor-at-a-time", "centre", "z = 3"));
        assertRefused("x = 3", Asked.of(SQUARE, "design", "one-factor-at-a-time", "centre", "x = 3"));
        Space narrow = SQUARE.where(new LinearConstraint(Map.of("x", 1.0, "y", 1.0), 0.77, 0.77));
        assertRefused("random", Asked.of(narrow, "design", "sobol"));
        assertRefused("random", Asked.of(narrow, "design", "grid"));
        assertRefused("constraint", Asked.of(narrow, "design", "latin-hypercube"));
    }

    private static void assertRefused(String word, Asked asked) {
        String message =
                assertThrows(IllegalArgumentException.class, asked::check).getMessage();
        assertTrue(message.contains(word), message);
        assertFalse(message.contains("null"), message);
    }

    private static Values at(double x, double y) {
        return Values.of("x", Quantity.of(x, "1")).with("y", Quantity.of(y, "1"));
    }

    private static Set<Double> numbers(List<Values> points, String name) {
        Set<Double> numbers = new HashSet<>();
        points.forEach(point -> numbers.add(point.quantity(name).value()));
        return numbers;
    }

    private static double nearest(List<Values> points) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Values a : points) {
            for (Values b : points) {
                double x = a.quantity("x").value() - b.quantity("x").value();
                double y = a.quantity("y").value() - b.quantity("y").value();
                nearest = a == b ? nearest : Math.min(nearest, Math.sqrt(x * x + y * y));
            }
        }
        return nearest;
    }
}
