package org.busbar.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.LinearConstraint;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Parts;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.junit.jupiter.api.Test;

/** What every optimizer must hold, on a mixed space and on a list of candidates. */
public interface OptimizerContract {

    Optimizer optimizer();

    /** The surrogates and acquisitions it may take; none by itself. */
    default Parts parts() {
        return GivenParts.NONE;
    }

    private List<Values> suggest(Question question) throws InterruptedException {
        return optimizer().suggest(question, parts()).stream()
                .map(Suggestion::point)
                .toList();
    }

    @Test
    default void stays_within_limits_steps_and_options() throws Exception {
        for (int n : new int[] {0, 1, 5, 20}) {
            List<Values> points = suggest(mixed(n, 3, 7));
            assertEquals(3, points.size());
            points.forEach(OptimizerContract::assertInMixedSpace);
        }
    }

    @Test
    default void answers_the_same_question_alike() throws Exception {
        assertEquals(suggest(mixed(12, 2, 7)), suggest(mixed(12, 2, 7)));
    }

    @Test
    default void takes_its_randomness_from_the_seed() throws Exception {
        assertNotEquals(suggest(mixed(0, 3, 7)), suggest(mixed(0, 3, 8)));
    }

    @Test
    default void suggests_only_candidates_and_none_twice() throws Exception {
        List<Values> candidates = candidates();
        for (int tried : new int[] {0, 5, 17}) {
            List<Observation> observed = candidates.subList(0, tried).stream()
                    .map(point -> new Observation(point, outputs(point)))
                    .toList();
            List<Values> pending = candidates.subList(tried, tried + 1);
            List<Values> points = suggest(pool(observed, pending, 2));
            assertEquals(2, new HashSet<>(points).size(), "suggested twice: " + points);
            for (Values point : points) {
                assertTrue(candidates.subList(tried + 1, 20).contains(point), point + " is no open candidate");
            }
        }
    }

    @Test
    default void suggests_less_when_nothing_is_left() throws Exception {
        List<Values> candidates = candidates();
        List<Observation> observed = candidates.subList(0, 19).stream()
                .map(point -> new Observation(point, outputs(point)))
                .toList();
        assertEquals(List.of(candidates.get(19)), suggest(pool(observed, List.of(), 3)));
        assertEquals(List.of(), suggest(pool(observed, List.of(candidates.get(19)), 3)));
    }

    @Test
    default void survives_failed_trials() throws Exception {
        List<Observation> observed = new ArrayList<>();
        for (Values point : candidates().subList(0, 10)) {
            observed.add(Observation.failed(point));
        }
        assertEquals(1, suggest(pool(observed, List.of(), 1)).size());
    }

    @Test
    default void says_why_and_what_it_expects_in_the_unit_of_the_objective() throws Exception {
        for (Suggestion suggestion : optimizer().suggest(mixed(12, 2, 7), parts())) {
            assertFalse(suggestion.reason().isBlank(), "a suggestion needs a reason");
            for (Value expected : suggestion.expected().byName().values()) {
                Quantity quantity = (Quantity) expected;
                assertTrue(quantity.unit().measuresSameAs(Unit.of("mS/cm")), "expected in " + quantity.unit());
                assertTrue(Double.isFinite(quantity.value()) && quantity.uncertainty() >= 0, "expected " + quantity);
            }
        }
    }

    @Test
    default void keeps_mixtures_and_constraints() throws Exception {
        Space space = Space.of(
                        Parameter.real("a", "1", 0, 1).by(0.05),
                        Parameter.real("b", "1", 0, 0.6).by(0.05),
                        Parameter.real("c", "1", 0.1, 1).by(0.05),
                        Parameter.real("t", "Cel", 0, 60))
                .mixing(Mixture.of(Quantity.of(1, "1"), "a", "b", "c"))
                .where(new LinearConstraint(Map.of("a", 1.0, "b", 1.0), 0.2, 0.8));
        for (int n : new int[] {0, 3, 9}) {
            List<Observation> observed = IntStream.range(0, n)
                    .mapToObj(OptimizerContract::blend)
                    .map(point -> new Observation(
                            point,
                            Values.of("k", Quantity.of(point.quantity("b").value(), "1"))))
                    .toList();
            suggest(new Question(problem(space), observed, List.of(), 3, 11)).forEach(OptimizerContract::assertBlend);
        }
    }

    private static Values blend(int i) {
        double a = 0.1 + 0.05 * (i % 3);
        double b = 0.2 + 0.05 * (i % 4);
        return Values.of("a", Quantity.of(a, "1"))
                .with("b", Quantity.of(b, "1"))
                .with("c", Quantity.of(1 - a - b, "1"))
                .with("t", Quantity.of(6 * i, "Cel"));
    }

    private static void assertBlend(Values point) {
        double a = point.quantity("a").value();
        double b = point.quantity("b").value();
        assertEquals(1, a + b + point.quantity("c").value(), 1e-9, point + " does not add up to 1");
        assertTrue(a + b >= 0.2 - 1e-9 && a + b <= 0.8 + 1e-9, point + " breaks 0.2 <= a + b <= 0.8");
        assertEquals(Math.rint(a / 0.05), a / 0.05, 1e-6, point + " is not on the step of 0.05");
    }

    private static Question mixed(int n, int count, long seed) {
        List<Observation> observed = IntStream.range(0, n)
                .mapToObj(OptimizerContract::mixedPoint)
                .map(point -> new Observation(point, outputs(point)))
                .toList();
        List<Values> pending = List.of(mixedPoint(n));
        return new Question(problem(mixedSpace()), observed, pending, count, seed);
    }

    private static Space mixedSpace() {
        return Space.of(
                Parameter.real("x", "mol/kg", 0.2, 2.1).by(0.05),
                Parameter.real("t", "Cel", -10, 60),
                Parameter.whole("n", 1, 4),
                Parameter.choice("salt", "LiPF6", "LiTFSI"));
    }

    private static Values mixedPoint(int i) {
        return Values.of("x", Quantity.of(0.2 + 0.05 * (i * 7 % 39), "mol/kg"))
                .with("t", Quantity.of(-10 + i * 3.3 % 70, "Cel"))
                .with("n", Quantity.of(1 + i % 4, "1"))
                .with("salt", new Text(i % 2 == 0 ? "LiPF6" : "LiTFSI"));
    }

    private static void assertInMixedSpace(Values point) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : mixedSpace().parameters()) {
            assertEquals(java.util.Optional.empty(), parameter.refusal(point.get(parameter.name())));
            names.add(parameter.name());
        }
        assertEquals(names, point.names());
        double steps = (point.quantity("x").in("mol/kg") - 0.2) / 0.05;
        assertEquals(Math.rint(steps), steps, 1e-6, "x = " + point.get("x") + " is not on the step of 0.05 mol/kg");
    }

    private static Question pool(List<Observation> observed, List<Values> pending, int count) {
        Space space = new Space(
                List.of(Parameter.real("x", "mol/kg", 0, 2), Parameter.real("t", "Cel", 0, 60)), candidates());
        return new Question(problem(space), observed, pending, count, 3);
    }

    private static List<Values> candidates() {
        return IntStream.range(0, 20)
                .mapToObj(
                        i -> Values.of("x", Quantity.of(0.1 * i, "mol/kg")).with("t", Quantity.of(i * 37 % 61, "Cel")))
                .toList();
    }

    private static Problem problem(Space space) {
        return new Problem(space, List.of(new Objective("k", Objective.Goal.MAXIMIZE)));
    }

    private static Values outputs(Values point) {
        double x = point.quantity("x").in("mol/kg");
        return Values.of("k", new Quantity(x * (2 - x), Unit.of("mS/cm"), 0.05));
    }
}
