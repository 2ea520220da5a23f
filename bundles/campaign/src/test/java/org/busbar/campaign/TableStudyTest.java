package org.busbar.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.campaign.Study;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.busbar.api.optimize.Suggestion;
import org.busbar.plug.BorrowedParts;
import org.busbar.plug.PartShelves;
import org.junit.jupiter.api.Test;

class TableStudyTest {

    private static final Supplier<BorrowedParts> PARTS = new PartShelves(event -> {})::borrow;
    private static final Problem PROBLEM = problem(Objective.Goal.MAXIMIZE);

    private static Problem problem(Objective.Goal goal) {
        return new Problem(Space.of(Parameter.real("x", "1", 0, 100)), List.of(new Objective("k", goal)));
    }

    private static List<Observation> table(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> new Observation(
                        Values.of("x", Quantity.of(i, "1")), Values.of("k", Quantity.of(i * 37 % rows, "mS/cm"))))
                .toList();
    }

    /** Knows the answer: takes the best row that is left. */
    private static Optimizer oracle(List<Observation> table, int sign) {
        return (question, parts) -> {
            List<Values> tried =
                    question.observed().stream().map(Observation::point).toList();
            return table.stream()
                    .filter(row -> !tried.contains(row.point()))
                    .max(Comparator.comparingDouble(
                            row -> sign * row.outputs().quantity("k").value()))
                    .map(row -> List.of(Suggestion.of(row.point(), "the best")))
                    .orElseThrow();
        };
    }

    private static Study study(Problem problem, List<Observation> table, Optimizer optimizer) throws Exception {
        return new TableStudy(problem.objectives().get(0), problem, table, 5, PARTS)
                .run(optimizer, "o", 200, 1, done -> {});
    }

    @Test
    void an_oracle_needs_one_try_after_the_random_ones() throws Exception {
        List<Observation> table = table(101);
        Study study = study(PROBLEM, table, oracle(table, 1));
        Study.Target best = study.targets().get(0);
        assertEquals(51, best.random(), 1e-12);
        assertTrue(best.tries() > 5.5 && best.tries() <= 6, "tries " + best.tries());
        assertTrue(best.factor() > 8.5 && best.low() <= best.factor() && best.factor() <= best.high());
        assertEquals(100, study.optimizerBest().get(6), 1e-9);
        assertEquals(50, study.randomBest().get(0), 1e-9);
        assertEquals(100, study.randomBest().get(100), 1e-9);
    }

    @Test
    void random_against_random_is_about_one() throws Exception {
        List<Observation> table = table(101);
        Optimizer random = (question, parts) -> {
            List<Values> tried =
                    question.observed().stream().map(Observation::point).toList();
            List<Values> left = question.problem().space().candidates().stream()
                    .filter(point -> !tried.contains(point))
                    .toList();
            return List.of(
                    Suggestion.of(left.get(new java.util.Random(question.seed()).nextInt(left.size())), "drawn"));
        };
        Study.Target best = study(PROBLEM, table, random).targets().get(0);
        assertTrue(best.low() < 1 && best.high() > 1, best::toString);
    }

    @Test
    void minimising_is_the_mirror_image() throws Exception {
        List<Observation> table = table(101);
        Study study = study(problem(Objective.Goal.MINIMIZE), table, oracle(table, -1));
        assertTrue(study.targets().get(0).tries() <= 6);
        assertEquals(0, study.optimizerBest().get(6), 1e-9);
        assertEquals(0, study.randomBest().get(100), 1e-9);
    }

    @Test
    void progress_is_told_and_bad_tables_are_refused() throws Exception {
        AtomicInteger told = new AtomicInteger();
        List<Observation> table = table(20);
        new TableStudy(PROBLEM.objectives().get(0), PROBLEM, table, 2, PARTS)
                .run(oracle(table, 1), "o", 7, 1, told::set);
        assertEquals(7, told.get());
        assertThrows(
                IllegalArgumentException.class,
                () -> new TableStudy(PROBLEM.objectives().get(0), PROBLEM, table(5), 2, PARTS));
        Optimizer stubborn = (question, parts) ->
                List.of(Suggestion.of(question.observed().get(0).point(), "again"));
        assertThrows(IllegalArgumentException.class, () -> study(PROBLEM, table, stubborn));
    }
}
