package org.busbar.optimizers.forest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Space;
import org.busbar.testkit.GivenParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Whether the forest earns its keep against random search. */
class BenchmarkTest {

    /** With 10, the median regret on Branin varies by a factor of three. */
    private static final int SEEDS = 20;

    private static final double BRANIN_MINIMUM = 0.397887;
    private static final int TRIALS = 40;
    private static final Space BRANIN = Space.of(Parameter.real("a", "1", -5, 10), Parameter.real("b", "1", 0, 15));

    @Test
    void finds_the_best_electrolyte_in_less_than_half_the_tries_of_random(TestReporter reporter) throws Exception {
        Pool pool = Pool.electrolytes();
        List<Values> ranked = pool.ranked();
        List<Values> top = ranked.subList(0, 5);
        double best = 0;
        double first = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Values> tried = pool.triesToBest(new ForestSearch(), 5, seed);
            best += (double) tried.size() / SEEDS;
            first += (tried.stream().map(top::contains).toList().indexOf(true) + 1.0) / SEEDS;
        }
        double randomBest = (ranked.size() + 1) / 2.0;
        double randomFirst = (ranked.size() + 1) / (top.size() + 1.0);
        reporter.publishEntry("tries to the best row", best + ", random " + randomBest);
        reporter.publishEntry("tries to the top 5 %", first + ", random " + randomFirst);
        assertTrue(best < randomBest / 2, "best after " + best);
        assertTrue(first < randomFirst, "top 5 % after " + first);
    }

    @Test
    void comes_closer_to_the_minimum_of_branin_than_random(TestReporter reporter) throws Exception {
        double[] forest = new double[SEEDS];
        double[] random = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            forest[seed] = minimised(seed);
            random[seed] = drawn(seed);
        }
        reporter.publishEntry("median best of Branin", median(forest) + ", random " + median(random));
        assertTrue(median(forest) < BRANIN_MINIMUM + (median(random) - BRANIN_MINIMUM) / 2, Arrays.toString(forest));
    }

    private static double minimised(long seed) throws InterruptedException {
        Problem problem = new Problem(BRANIN, List.of(new Objective("f", Objective.Goal.MINIMIZE)));
        List<Observation> observed = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        while (observed.size() < TRIALS) {
            Values point = new ForestSearch()
                    .suggest(new Question(problem, observed, List.of(), 1, seed), GivenParts.NONE)
                    .get(0)
                    .point();
            double value =
                    branin(point.quantity("a").value(), point.quantity("b").value());
            observed.add(new Observation(point, Values.of("f", Quantity.of(value, "1"))));
            best = Math.min(best, value);
        }
        return best;
    }

    private static double drawn(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < TRIALS; i++) {
            best = Math.min(best, branin(random.nextDouble() * 15 - 5, random.nextDouble() * 15));
        }
        return best;
    }

    /** Minimum 0.397887, at three points; L. C. W. Dixon, G. P. Szego, Towards Global Optimisation 2 (1978). */
    private static double branin(double a, double b) {
        double valley = b - 5.1 / (4 * Math.PI * Math.PI) * a * a + 5 / Math.PI * a - 6;
        return valley * valley + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(a) + 10;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
