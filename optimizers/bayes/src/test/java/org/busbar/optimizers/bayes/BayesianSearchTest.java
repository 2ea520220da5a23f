package org.busbar.optimizers.bayes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.optimize.Fidelity;
import org.busbar.api.optimize.History;
import org.busbar.api.optimize.Limit;
import org.busbar.api.optimize.LinearConstraint;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.busbar.optimizers.search.space.EncodedSpace;
import org.busbar.testkit.OptimizerContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BayesianSearchTest implements OptimizerContract {

    private static final Objective MORE = new Objective("k", Objective.Goal.MAXIMIZE);
    private static final Space SQUARE = Space.of(Parameter.real("x", "1", 0, 1), Parameter.real("y", "1", 0, 1));
    private static final Problem PROBLEM = new Problem(SQUARE, List.of(MORE));

    private final BayesianSearch search = new BayesianSearch();

    @Override
    public Optimizer optimizer() {
        return search;
    }

    @Override
    public Parts parts() {
        return Own.PARTS;
    }

    private static Values at(double x, double y) {
        return Values.of("x", Quantity.of(x, "1")).with("y", Quantity.of(y, "1"));
    }

    private static Values k(double value) {
        return Values.of("k", Quantity.of(value, "mS/cm"));
    }

    /** The best is 5 at (0.7, 0.3). */
    private static double hill(Values point) {
        double x = point.quantity("x").value() - 0.7;
        double y = point.quantity("y").value() - 0.3;
        return 5 - 4 * x * x - 6 * y * y;
    }

    private static List<Observation> some(int count, Function<Values, Observation> measure) {
        return IntStream.range(0, count)
                .mapToObj(i -> at(i * 0.382 % 1, i * 0.271 % 1))
                .map(measure)
                .toList();
    }

    private Suggestion next(Problem problem, List<Observation> observed, Values settings) throws InterruptedException {
        return search.suggest(new Question(problem, observed, List.of(), 1, 5, settings, List.of()), Own.PARTS)
                .get(0);
    }

    @Test
    void finds_the_top_of_a_hill() throws Exception {
        List<Observation> observed = new ArrayList<>(some(5, point -> new Observation(point, k(hill(point)))));
        for (int i = 0; i < 8; i++) {
            Values point = next(PROBLEM, observed, Values.none()).point();
            observed.add(new Observation(point, k(hill(point))));
        }
        double best =
                observed.stream().mapToDouble(one -> hill(one.point())).max().orElseThrow();
        assertTrue(best > 4.99, "the best found is " + best);
    }

    @Test
    void less_is_better_where_that_is_wanted() throws Exception {
        Problem less = new Problem(SQUARE, List.of(new Objective("k", Objective.Goal.MINIMIZE)));
        Suggestion wanted = next(PROBLEM, some(9, p -> new Observation(p, k(hill(p)))), Values.none());
        Suggestion mirrored = next(less, some(9, p -> new Observation(p, k(-hill(p)))), Values.none());
        assertEquals(wanted.point(), mirrored.point());
        assertEquals(
                wanted.expected().quantity("k").value(),
                -mirrored.expected().quantity("k").value(),
                1e-9);
    }

    @Test
    void the_unit_of_values_does_not_matter() throws Exception {
        Function<Values, Observation> inSiemens =
                p -> new Observation(p, Values.of("k", Quantity.of(hill(p) / 10, "S/m")));
        List<Observation> mixed = new ArrayList<>(some(9, p -> new Observation(p, k(hill(p)))));
        mixed.set(4, some(9, inSiemens).get(4));
        assertEquals(
                next(PROBLEM, some(9, p -> new Observation(p, k(hill(p)))), Values.none())
                        .expected()
                        .quantity("k")
                        .value(),
                next(PROBLEM, mixed, Values.none()).expected().quantity("k").in("mS/cm"),
                1e-6);
        mixed.set(4, new Observation(at(0.1, 0.2), Values.of("k", Quantity.of(3, "Cel"))));
        assertTrue(message(PROBLEM, mixed, Values.none()).contains("k = 3 Cel"));
    }

    private String message(Problem problem, List<Observation> observed, Values settings) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> next(problem, observed, settings))
                .getMessage());
    }

    @Test
    void says_what_it_expects_and_how_much_of_the_worth_is_not_known() throws Exception {
        Suggestion next = next(PROBLEM, some(9, p -> new Observation(p, k(hill(p)))), Values.none());
        Quantity expected = next.expected().quantity("k");
        assertEquals(hill(next.point()), expected.value(), 4 * expected.uncertainty() + 0.05);
        assertTrue(next.exploration() >= 0 && next.exploration() <= 1);
        assertTrue(next.reason().contains("log-ei") && next.reason().contains("mS/cm"), next.reason());
        assertTrue(
                next.facts().keySet().contains("k length scales"), next.facts().toString());
    }

    @Test
    void whatever_little_is_known_it_suggests() throws Exception {
        List<Observation> one = some(1, p -> new Observation(p, k(1)));
        List<Observation> equal = some(8, p -> new Observation(p, k(2)));
        List<Observation> failed = some(8, Observation::failed);
        for (List<Observation> observed : List.of(List.<Observation>of(), one, equal, failed)) {
            assertEquals(
                    2,
                    search.suggest(new Question(PROBLEM, observed, List.of(), 2, 1), Own.PARTS)
                            .size());
        }
    }

    @Test
    void takes_replicates_that_differ() throws Exception {
        List<Observation> observed = new ArrayList<>(some(6, p -> new Observation(p, k(hill(p)))));
        for (int i = 0; i < 4; i++) {
            observed.add(new Observation(at(0.5, 0.5), k(3 + i)));
        }
        assertTrue(Double.isFinite(
                next(PROBLEM, observed, Values.none()).expected().quantity("k").value()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void a_value_that_is_no_finite_number_is_a_failure(double value) throws Exception {
        List<Observation> observed = new ArrayList<>(some(8, p -> new Observation(p, k(hill(p)))));
        observed.add(new Observation(at(0.7, 0.3), k(value)));
        assertEquals("1", next(PROBLEM, observed, Values.none()).facts().get("failed"));
    }

    @Test
    void keeps_away_from_where_trials_fail() throws Exception {
        List<Observation> observed = new ArrayList<>(some(8, p -> new Observation(p, k(hill(p)))));
        for (int i = 0; i < 8; i++) {
            observed.add(Observation.failed(at(0.6 + 0.025 * i, 0.25 + 0.01 * i)));
        }
        for (int i = 0; i < 6; i++) {
            Suggestion next = next(PROBLEM, observed, Values.none());
            observed.add(Observation.failed(next.point()));
            if (i == 5) {
                Values point = next.point();
                double away = Math.hypot(
                        point.quantity("x").value() - 0.7, point.quantity("y").value() - 0.3);
                assertTrue(away > 0.1, "after 13 failures it still suggests " + point);
            }
        }
    }

    @Test
    void what_is_awaited_is_not_asked_for_again() throws Exception {
        List<Observation> observed = some(8, p -> new Observation(p, k(hill(p))));
        List<Values> points = search.suggest(new Question(PROBLEM, observed, List.of(), 5, 2), Own.PARTS).stream()
                .map(Suggestion::point)
                .toList();
        assertEquals(5, new HashSet<>(points).size());
        Question after = new Question(PROBLEM, observed, points, 1, 2);
        assertFalse(points.contains(search.suggest(after, Own.PARTS).get(0).point()));
    }

    @Test
    void keeps_limits_of_outputs() throws Exception {
        Limit dense = new Limit("density", Limit.Bound.AT_LEAST, Quantity.of(90, "%"));
        Problem limited = new Problem(SQUARE, List.of(MORE), List.of(dense), Optional.empty());
        List<Observation> observed = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Values point = i < 5
                    ? at(i * 0.382 % 1, i * 0.271 % 1)
                    : next(limited, observed, Values.none()).point();
            // only the left half is dense: the best there is at x = 0.5
            double density = 100 - 20 * point.quantity("x").value();
            observed.add(new Observation(point, k(hill(point)).with("density", Quantity.of(density, "%"))));
        }
        double best = observed.stream()
                .filter(one -> one.outputs().quantity("density").value() >= 90)
                .mapToDouble(one -> hill(one.point()))
                .max()
                .orElseThrow();
        assertTrue(best > 4.75, "the best that keeps the limit is " + best + ", possible are 4.84");
    }

    @Test
    void looks_for_what_keeps_limits_while_nothing_does() throws Exception {
        Limit dense = new Limit("density", Limit.Bound.AT_MOST, Quantity.of(1, "%"));
        Problem limited = new Problem(SQUARE, List.of(MORE), List.of(dense), Optional.empty());
        List<Observation> observed = some(
                8,
                p -> new Observation(
                        p, k(1).with("density", Quantity.of(10 * p.quantity("x").value() + 2, "%"))));
        Suggestion next = next(limited, observed, Values.none());
        assertTrue(next.point().quantity("x").value() < 0.1, "suggests " + next.point());
        assertTrue(next.reason().contains("most likely to keep all limits"), next.reason());
    }

    @Test
    void improves_two_objectives() throws Exception {
        Problem both = new Problem(SQUARE, List.of(MORE, new Objective("cost", Objective.Goal.MINIMIZE)));
        List<Observation> observed = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            Values point = i < 5
                    ? at(i * 0.382 % 1, i * 0.271 % 1)
                    : next(both, observed, Values.none()).point();
            double x = point.quantity("x").value();
            double y = point.quantity("y").value();
            observed.add(new Observation(point, k(x - y * y).with("cost", Quantity.of(x * x + y, "1"))));
        }
        long good = observed.stream()
                .skip(5)
                .filter(one -> one.point().quantity("y").value() < 0.1)
                .count();
        assertTrue(good >= 7, "of ten points only " + good + " lie where the front is: at y = 0");
    }

    @Test
    void asks_cheap_questions_where_they_tell_much() throws Exception {
        Parameter method = Parameter.choice("method", "simulation", "experiment");
        Space space = Space.of(Parameter.real("x", "1", 0, 1), method);
        Fidelity fidelity = new Fidelity(
                "method",
                List.of(new Fidelity.Level(new Text("simulation"), 1), new Fidelity.Level(new Text("experiment"), 30)));
        Problem problem = new Problem(space, List.of(MORE), List.of(), Optional.of(fidelity));
        List<Observation> observed = new ArrayList<>();
        int cheap = 0;
        for (int i = 0; i < 20; i++) {
            Values point = i < 6
                    ? Values.of("x", Quantity.of(i / 5.0, "1"))
                            .with("method", new Text(i % 2 == 0 ? "simulation" : "experiment"))
                    : next(problem, observed, Values.none()).point();
            double x = point.quantity("x").value();
            boolean simulated = point.get("method").equals(new Text("simulation"));
            cheap += i >= 6 && simulated ? 1 : 0;
            observed.add(new Observation(point, k(Math.sin(5 * x) + (simulated ? 0.1 * x : 0))));
        }
        assertTrue(cheap >= 3, "only " + cheap + " of 14 trials were simulated");
        assertTrue(cheap <= 13, "nothing was measured at the target");
    }

    @Test
    void learns_from_what_is_similar_and_says_so() throws Exception {
        List<Observation> before = some(20, p -> new Observation(p, k(3 * hill(p) + 1)));
        List<Observation> misleading = some(20, p -> new Observation(p, k(-hill(p))));
        List<Observation> observed = some(6, p -> new Observation(p, k(hill(p))));
        List<History> history = List.of(new History("cousin", "", before), new History("stranger", "", misleading));
        Suggestion next = search.suggest(
                        new Question(PROBLEM, observed, List.of(), 1, 5, Values.none(), history), Own.PARTS)
                .get(0);
        assertTrue(
                String.valueOf(next.facts().get("k history cousin")).startsWith("used"),
                next.facts().toString());
        assertTrue(hill(next.point()) > 4.5, "it suggests " + next.point());
    }

    @Test
    void what_misleads_costs_little() throws Exception {
        List<Observation> misleading = some(25, p -> new Observation(p, k(-hill(p))));
        List<History> history = List.of(new History("stranger", "", misleading));
        List<Observation> observed = new ArrayList<>(some(5, p -> new Observation(p, k(hill(p)))));
        for (int i = 0; i < 10; i++) {
            Question question = new Question(PROBLEM, observed, List.of(), 1, i, Values.none(), history);
            Values point = search.suggest(question, Own.PARTS).get(0).point();
            observed.add(new Observation(point, k(hill(point))));
        }
        double best =
                observed.stream().mapToDouble(one -> hill(one.point())).max().orElseThrow();
        assertTrue(best > 4.97, "the best found is " + best);
    }

    @Test
    void old_trials_may_lie_outside_of_a_changed_space() throws Exception {
        Space narrow = Space.of(Parameter.real("x", "1", 0.6, 0.9), Parameter.real("y", "1", 0, 0.2));
        Suggestion next = next(PROBLEM.in(narrow), some(9, p -> new Observation(p, k(hill(p)))), Values.none());
        assertTrue(EncodedSpace.of(narrow).admits(next.point()), next.point().toString());
    }

    @Test
    void takes_thousands_of_trials() throws Exception {
        List<Observation> observed = IntStream.range(0, 2_100)
                .mapToObj(i -> at(i * 0.6180339887 % 1, i * 0.7548776662 % 1))
                .map(p -> new Observation(p, k(hill(p))))
                .toList();
        Suggestion next = next(PROBLEM, observed, Values.none());
        assertTrue(EncodedSpace.of(SQUARE).admits(next.point()));
        assertTrue(
                String.valueOf(next.facts().get("k rows")).startsWith("of "),
                next.facts().toString());
    }

    @Test
    void takes_a_parameter_that_does_not_vary() throws Exception {
        Space line = Space.of(Parameter.real("x", "1", 0, 1), Parameter.real("y", "1", 0.3, 0.3));
        List<Observation> observed = some(8, p -> {
            Values on = at(p.quantity("x").value(), 0.3);
            return new Observation(on, k(hill(on)));
        });
        Values point = next(PROBLEM.in(line), observed, Values.none()).point();
        assertEquals(0.3, point.quantity("y").value());
        assertEquals(0.7, point.quantity("x").value(), 0.1);
    }

    @Test
    void has_nothing_left_when_all_candidates_are_tried() throws Exception {
        List<Values> two = List.of(at(0.1, 0.1), at(0.9, 0.2));
        Problem pool = PROBLEM.in(SQUARE.among(two));
        List<Observation> observed = List.of(new Observation(two.get(0), k(1)), Observation.failed(two.get(1)));
        assertEquals(List.of(), search.suggest(new Question(pool, observed, List.of(), 3, 1), Own.PARTS));
    }

    @Test
    void says_which_constraints_clash() {
        Space clash = SQUARE.where(new LinearConstraint(java.util.Map.of("x", 1.0), 0.8, 1))
                .where(new LinearConstraint(java.util.Map.of("x", 1.0, "y", 1.0), 0, 0.5));
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> search.check(PROBLEM.in(clash), Values.none(), Own.PARTS))
                .getMessage());
        assertTrue(message.contains("0.8 <= 1.0 x") && message.contains("<= 0.5"), message);
    }

    @Test
    void refuses_settings_it_does_not_know() {
        List<Observation> observed = some(6, p -> new Observation(p, k(hill(p))));
        assertTrue(message(PROBLEM, observed, Values.of("surrogat", new Text("gp")))
                .contains("bayes has no setting surrogat, only [surrogate, acquisition"));
        assertTrue(message(PROBLEM, observed, Values.of("surrogate", new Text("oracle")))
                .contains("There is no surrogate 'oracle', only [gp]"));
        assertTrue(message(PROBLEM, observed, Values.of("surrogate.kernel", new Text("linear")))
                .contains("kernel = linear is not one of [averaged, matern-5/2, matern-3/2, rbf]"));
        assertTrue(message(PROBLEM, observed, Values.of("acquisition.depth", Quantity.of(3, "1")))
                .contains("acquisition.log-ei has no setting depth"));
        assertTrue(message(PROBLEM, observed, Values.of("reference.q", Quantity.of(3, "1")))
                .contains("reference.q = 3 is not the quantity of one of [k]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log-ei",
                "noisy-log-ei",
                "ucb",
                "pi",
                "knowledge-gradient",
                "thompson",
                "variance",
                "integrated-variance",
                "mixed"
            })
    void works_with_each_acquisition(String acquisition) throws Exception {
        Values settings = Values.of("acquisition", new Text(acquisition));
        Suggestion next = next(PROBLEM, some(8, p -> new Observation(p, k(hill(p)))), settings);
        assertEquals(acquisition, next.facts().get("acquisition"));
        assertTrue(EncodedSpace.of(SQUARE).admits(next.point()));
    }

    @Test
    void looks_for_a_range_in_the_unit_of_the_objective() throws Exception {
        Values settings = Values.of("acquisition", new Text("target-range"))
                .with("target.lower", Quantity.of(0.40, "S/m"))
                .with("target.upper", Quantity.of(4.2, "mS/cm"));
        for (Objective.Goal goal : Objective.Goal.values()) {
            Problem problem = new Problem(SQUARE, List.of(new Objective("k", goal)));
            Suggestion next = next(problem, some(20, p -> new Observation(p, k(hill(p)))), settings);
            assertEquals(4.1, hill(next.point()), 0.2, goal + ": " + next.point());
        }
    }

    @Test
    void draws_of_length_scales_and_other_kernels_change_what_is_suggested() throws Exception {
        List<Observation> observed = some(8, p -> new Observation(p, k(hill(p))));
        Values plain = next(PROBLEM, observed, Values.none()).expected();
        Values ensemble = Values.of("surrogate.ensemble", Quantity.of(8, "1"));
        Values rbf = Values.of("surrogate.kernel", new Text("rbf"));
        assertNotEquals(plain, next(PROBLEM, observed, ensemble).expected());
        assertNotEquals(plain, next(PROBLEM, observed, rbf).expected());
    }

    @Test
    void explains_what_it_has_learnt() throws Exception {
        List<Observation> observed =
                some(25, p -> new Observation(p, k(5 * p.quantity("x").value())));
        var insight = search.explain(new Question(PROBLEM, observed, List.of(), 1, 5), Own.PARTS);
        assertEquals(25, insight.checks().size());
        assertTrue(insight.checks().stream().allMatch(check -> Math.abs(check.score()) < 6));
        var x = insight.influences().get(0);
        assertEquals("x", x.parameter());
        assertTrue(x.first() > 0.95 && x.total() > 0.95 && x.shapley() > 0.95, x.toString());
        assertTrue(x.relevance() > insight.influences().get(1).relevance());
        assertTrue(insight.gain().orElseThrow().value() < 1);
        assertEquals("mS/cm", insight.bound().orElseThrow().unit().ucum());
        assertTrue(search.explain(new Question(PROBLEM, List.of(), List.of(), 1, 5), Own.PARTS)
                .remark()
                .contains("learns from 5 values on"));
    }

    @Test
    void expects_what_it_has_seen() throws Exception {
        List<Observation> observed = some(12, p -> new Observation(p, k(hill(p))));
        Question question = new Question(PROBLEM, observed, List.of(), 1, 5);
        List<Values> expected = search.expect(
                question, observed.stream().map(Observation::point).toList(), Own.PARTS);
        for (int i = 0; i < observed.size(); i++) {
            assertEquals(
                    observed.get(i).outputs().quantity("k").value(),
                    expected.get(i).quantity("k").value(),
                    0.3);
        }
    }
}
