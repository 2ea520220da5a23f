package org.busbar.optimizers.bayes;

import static org.busbar.optimizers.bayes.Hill.PROBLEM;
import static org.busbar.optimizers.bayes.Hill.SQUARE;
import static org.busbar.optimizers.bayes.Hill.at;
import static org.busbar.optimizers.bayes.Hill.hill;
import static org.busbar.optimizers.bayes.Hill.k;
import static org.busbar.optimizers.bayes.Hill.next;
import static org.busbar.optimizers.bayes.Hill.some;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Values;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.busbar.optimizers.search.space.EncodedSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Little data, much, or none that can be learnt from. */
class ScantDataTest {

    private final BayesianSearch search = new BayesianSearch();

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
}
