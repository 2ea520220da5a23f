package org.busbar.optimizers.bayes;

import static org.busbar.optimizers.bayes.Hill.PROBLEM;
import static org.busbar.optimizers.bayes.Hill.SQUARE;
import static org.busbar.optimizers.bayes.Hill.at;
import static org.busbar.optimizers.bayes.Hill.hill;
import static org.busbar.optimizers.bayes.Hill.k;
import static org.busbar.optimizers.bayes.Hill.next;
import static org.busbar.optimizers.bayes.Hill.some;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
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

    private final BayesianSearch search = new BayesianSearch();

    @Override
    public Optimizer optimizer() {
        return search;
    }

    @Override
    public Parts parts() {
        return Own.PARTS;
    }

    private String message(Problem problem, List<Observation> observed, Values settings) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> next(problem, observed, settings))
                .getMessage());
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
    void old_trials_may_lie_outside_of_a_changed_space() throws Exception {
        Space narrow = Space.of(Parameter.real("x", "1", 0.6, 0.9), Parameter.real("y", "1", 0, 0.2));
        Suggestion next = next(PROBLEM.in(narrow), some(9, p -> new Observation(p, k(hill(p)))), Values.none());
        assertTrue(EncodedSpace.of(narrow).admits(next.point()), next.point().toString());
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
