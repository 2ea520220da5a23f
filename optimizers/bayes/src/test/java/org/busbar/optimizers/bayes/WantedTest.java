package org.busbar.optimizers.bayes;

import static org.busbar.optimizers.bayes.Hill.MORE;
import static org.busbar.optimizers.bayes.Hill.PROBLEM;
import static org.busbar.optimizers.bayes.Hill.SQUARE;
import static org.busbar.optimizers.bayes.Hill.at;
import static org.busbar.optimizers.bayes.Hill.hill;
import static org.busbar.optimizers.bayes.Hill.k;
import static org.busbar.optimizers.bayes.Hill.next;
import static org.busbar.optimizers.bayes.Hill.some;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.optimize.Fidelity;
import org.busbar.api.optimize.History;
import org.busbar.api.optimize.Limit;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.junit.jupiter.api.Test;

/** What may be wanted besides one large value: limits, several objectives, cheap trials, use of what is known. */
class WantedTest {

    private final BayesianSearch search = new BayesianSearch();

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
}
