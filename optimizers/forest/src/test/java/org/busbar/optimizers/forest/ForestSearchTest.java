package org.busbar.optimizers.forest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.Insight;
import org.busbar.api.optimize.Limit;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.busbar.testkit.GivenParts;
import org.busbar.testkit.OptimizerContract;
import org.junit.jupiter.api.Test;

class ForestSearchTest implements OptimizerContract {

    private static final Space SQUARE = Space.of(Parameter.real("x", "1", 0, 1), Parameter.real("y", "1", 0, 1));

    @Override
    public Optimizer optimizer() {
        return new ForestSearch();
    }

    @Test
    void one_answer_in_twenty_calls_and_on_eight_threads() throws Exception {
        Question question = question(Objective.Goal.MAXIMIZE, 1);
        List<Values> answer = suggest(question);
        Callable<List<Values>> call = () -> suggest(question);
        for (int i = 0; i < 20; i++) {
            assertEquals(answer, call.call());
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<List<Values>> future :
                    threads.invokeAll(IntStream.range(0, 24).mapToObj(i -> call).toList())) {
                assertEquals(answer, future.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void minimising_the_negative_suggests_the_same_points() throws Exception {
        assertEquals(suggest(question(Objective.Goal.MAXIMIZE, 1)), suggest(question(Objective.Goal.MINIMIZE, -1)));
    }

    @Test
    void the_unit_of_an_output_does_not_matter() throws Exception {
        Question inMilli = question(Objective.Goal.MAXIMIZE, 1);
        List<Observation> mixed = new ArrayList<>(inMilli.observed());
        Observation last = mixed.remove(mixed.size() - 1);
        Quantity converted = Quantity.of(last.outputs().quantity("k").in("S/m"), "S/m");
        mixed.add(new Observation(last.point(), Values.of("k", converted)));
        Question inBoth = new Question(inMilli.problem(), mixed, inMilli.pending(), inMilli.count(), inMilli.seed());
        assertEquals(suggest(inMilli), suggest(inBoth));
    }

    @Test
    void a_batch_has_different_points_none_of_which_is_pending() throws Exception {
        List<Values> all = new ArrayList<>(suggest(question(Objective.Goal.MAXIMIZE, 1)));
        all.add(at(0.5, 0.5));
        assertEquals(4, new HashSet<>(all).size());
    }

    @Test
    void the_first_design_fills_the_space() throws Exception {
        List<Values> design =
                suggest(new Question(problem(Objective.Goal.MAXIMIZE, SQUARE), List.of(), List.of(), 5, 3));
        Encoding encoding = Encoding.of(SQUARE);
        List<double[]> rows = design.stream().map(encoding::encode).toList();
        for (double[] row : rows) {
            List<double[]> others = rows.stream().filter(other -> other != row).toList();
            assertTrue(Distance.squaredToNearest(row, others) > 0.4 * 0.4, design.toString());
        }
    }

    @Test
    void stays_away_from_where_trials_failed() throws Exception {
        List<Observation> observed = new ArrayList<>(observed(1));
        Question naive = new Question(problem(Objective.Goal.MAXIMIZE, SQUARE), observed, List.of(), 1, 5);
        Values failing = suggest(naive).get(0);
        observed.add(Observation.failed(failing));
        Encoding encoding = Encoding.of(SQUARE);
        double[] failure = encoding.encode(failing);
        List<double[]> measured =
                observed(1).stream().map(o -> encoding.encode(o.point())).toList();
        for (int seed = 0; seed < 10; seed++) {
            Question warned = new Question(problem(Objective.Goal.MAXIMIZE, SQUARE), observed, List.of(), 1, seed);
            double[] next = encoding.encode(suggest(warned).get(0));
            double toFailure = Distance.squared(next, failure);
            assertTrue(toFailure > 0.02 || toFailure > Distance.squaredToNearest(next, measured));
        }
    }

    @Test
    void a_candidate_measured_in_another_unit_is_not_suggested_again() throws Exception {
        Parameter temperature = Parameter.real("t", "Cel", 0, 60);
        List<Values> candidates =
                List.of(Values.of("t", Quantity.of(20, "Cel")), Values.of("t", Quantity.of(40, "Cel")));
        Space space = new Space(List.of(temperature), candidates);
        Observation kelvin = Observation.failed(Values.of("t", Quantity.of(293.15, "K")));
        Question question = new Question(problem(Objective.Goal.MAXIMIZE, space), List.of(kelvin), List.of(), 2, 1);
        assertEquals(List.of(candidates.get(1)), suggest(question));
    }

    @Test
    void repeats_a_point_where_the_steps_leave_no_other() throws Exception {
        Space space = Space.of(Parameter.whole("n", 0, 1));
        List<Observation> observed = IntStream.range(0, 6)
                .mapToObj(i -> Values.of("n", Quantity.of(i % 2, "1")))
                .map(point -> new Observation(point, Values.of("k", point.get("n"))))
                .toList();
        Question question = new Question(problem(Objective.Goal.MAXIMIZE, space), observed, List.of(), 2, 1);
        assertEquals(2, suggest(question).size());
    }

    @Test
    void equal_outputs_are_no_obstacle() throws Exception {
        List<Observation> flat = observed(1).stream()
                .map(o -> new Observation(o.point(), Values.of("k", Quantity.of(7, "mS/cm"))))
                .toList();
        Question question = new Question(problem(Objective.Goal.MAXIMIZE, SQUARE), flat, List.of(), 2, 1);
        assertEquals(2, new HashSet<>(suggest(question)).size());
    }

    @Test
    void several_objectives_are_refused_by_name() {
        Objective k = new Objective("k", Objective.Goal.MAXIMIZE);
        Objective cost = new Objective("cost", Objective.Goal.MINIMIZE);
        Question two = new Question(new Problem(SQUARE, List.of(k, cost)), List.of(), List.of(), 1, 1);
        String message =
                assertThrows(IllegalArgumentException.class, () -> suggest(two)).getMessage();
        assertTrue(message.contains("[k, cost]"), message);
    }

    @Test
    void an_output_that_is_no_number_is_refused_by_name() {
        Observation broken = new Observation(at(0.1, 0.2), Values.of("k", Quantity.of(Double.NaN, "mS/cm")));
        Question question = new Question(problem(Objective.Goal.MAXIMIZE, SQUARE), List.of(broken), List.of(), 1, 1);
        String message = assertThrows(IllegalArgumentException.class, () -> suggest(question))
                .getMessage();
        assertTrue(message.startsWith("k = NaN"), message);
    }

    @Test
    void stops_when_told_to() {
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> suggest(question(Objective.Goal.MAXIMIZE, 1)));
    }

    private static List<Values> suggest(Question question) throws InterruptedException {
        return new ForestSearch()
                .suggest(question, GivenParts.NONE).stream()
                        .map(Suggestion::point)
                        .toList();
    }

    @Test
    void expects_what_it_says_where_it_suggests() throws Exception {
        Question question = question(Objective.Goal.MINIMIZE, 1);
        List<Suggestion> suggested = new ForestSearch().suggest(question, GivenParts.NONE);
        List<Values> points = suggested.stream().map(Suggestion::point).toList();
        List<Values> expected = new ForestSearch().expect(question, points, GivenParts.NONE);
        assertEquals(suggested.stream().map(Suggestion::expected).toList(), expected);
        for (int i = 0; i < points.size(); i++) {
            Quantity k = expected.get(i).quantity("k");
            assertEquals(hill(points.get(i)), k.in("mS/cm"), 3 * k.uncertainty() + 0.5);
        }
    }

    @Test
    void explains_which_parameter_matters_and_how_well_it_knew() throws Exception {
        Insight insight = new ForestSearch().explain(question(Objective.Goal.MAXIMIZE, 1), GivenParts.NONE);
        assertEquals(25, insight.checks().size());
        double x = insight.influences().get(0).relevance();
        assertEquals(1, x + insight.influences().get(1).relevance(), 1e-9);
        assertTrue(
                insight.checks().stream()
                                .filter(check -> Math.abs(check.score()) < 2)
                                .count()
                        >= 20,
                insight.checks().toString());
    }

    @Test
    void tells_nothing_before_it_knows_enough() throws Exception {
        Question question = new Question(
                problem(Objective.Goal.MAXIMIZE, SQUARE), observed(1).subList(0, 4), List.of(), 1, 1);
        assertEquals(List.of(), new ForestSearch().expect(question, List.of(at(0.1, 0.1)), GivenParts.NONE));
        assertTrue(
                new ForestSearch().explain(question, GivenParts.NONE).checks().isEmpty());
    }

    @Test
    void refuses_limits_and_settings() {
        Limit limit = new Limit("k", Limit.Bound.AT_LEAST, Quantity.of(1, "mS/cm"));
        Problem limited = new Problem(
                SQUARE, List.of(new Objective("k", Objective.Goal.MAXIMIZE)), List.of(limit), Optional.empty());
        assertThrows(IllegalArgumentException.class, () -> new ForestSearch()
                .check(limited, Values.none(), GivenParts.NONE));
        Question set = question(Objective.Goal.MAXIMIZE, 1).with(Values.of("trees", Quantity.of(7, "1")));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> suggest(set))
                .getMessage()
                .contains("trees"));
    }

    private static Question question(Objective.Goal goal, double sign) {
        return new Question(problem(goal, SQUARE), observed(sign), List.of(at(0.5, 0.5)), 3, 11);
    }

    private static Problem problem(Objective.Goal goal, Space space) {
        return new Problem(space, List.of(new Objective("k", goal)));
    }

    private static List<Observation> observed(double sign) {
        return IntStream.range(0, 25)
                .mapToObj(i -> at(i % 5 / 4.0, Math.floorDiv(i, 5) / 4.0))
                .map(p -> new Observation(p, Values.of("k", Quantity.of(sign * hill(p), "mS/cm"))))
                .toList();
    }

    private static double hill(Values point) {
        double x = point.quantity("x").value() - 0.6;
        double y = point.quantity("y").value() - 0.3;
        return 10 - 8 * x * x - 5 * y * y;
    }

    private static Values at(double x, double y) {
        return Values.of("x", Quantity.of(x, "1")).with("y", Quantity.of(y, "1"));
    }
}
