package org.busbar.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.campaign.Study;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Suggestion;
import org.busbar.plug.BorrowedParts;

/**
 * Lets an optimizer pick rows of a table of known results until it has found the best one, again and again from other
 * random beginnings, and compares the tries with those of random search, which are known exactly.
 *
 * <p>Acceleration factor as in Liang et al., npj Comput. Mater. 7, 188 (2021): tries of random over tries of the
 * optimizer to the same target.
 */
final class TableStudy {

    private static final int LEAST_ROWS = 10;

    private final Problem problem;
    private final List<Observation> table;
    private final Map<Values, Observation> byPoint = new LinkedHashMap<>();
    private final Map<Values, Integer> rank = new LinkedHashMap<>();
    private final double[] sorted; // worth of each row in its own unit, best first
    private final Objective objective;
    private final int start;
    private final Supplier<BorrowedParts> parts;

    TableStudy(
            Objective objective, Problem problem, List<Observation> table, int start, Supplier<BorrowedParts> parts) {
        if (table.size() < LEAST_ROWS || start < 1 || start >= table.size()) {
            throw new IllegalArgumentException("A study needs a table of at least " + LEAST_ROWS
                    + " rows and fewer random ones to begin with; given: " + table.size() + " rows, " + start
                    + " to begin with");
        }
        this.objective = objective;
        this.start = start;
        this.parts = parts;
        this.table = List.copyOf(table);
        List<Values> points = table.stream().map(Observation::point).toList();
        this.problem = new Problem(problem.space().among(points), problem.objectives());
        table.forEach(row -> byPoint.put(row.point(), row));
        List<Observation> best = new ArrayList<>(table);
        best.sort((a, b) -> Double.compare(worth(b), worth(a)));
        best.forEach(row -> rank.put(row.point(), rank.size()));
        sorted = best.stream().mapToDouble(this::worth).toArray();
    }

    private double worth(Observation row) {
        Quantity value = row.outputs().quantity(objective.output());
        return objective.goal().sign() * value.value();
    }

    Study run(Optimizer optimizer, String name, int repetitions, long seed, IntConsumer progress)
            throws InterruptedException {
        int top = Math.max(1, Math.round(table.size() * 0.05f));
        double[] toBest = new double[repetitions];
        double[] toTop = new double[repetitions];
        double[] curve = new double[table.size()];
        for (int i = 0; i < repetitions; i++) {
            List<Values> picks = picks(optimizer, seed + i);
            toBest[i] = triesTo(picks, 1);
            toTop[i] = triesTo(picks, top);
            add(curve, picks);
            progress.accept(i + 1);
        }
        return new Study(
                name,
                table.size(),
                repetitions,
                start,
                List.of(target("the best row", 1, toBest, seed), target("a row of the top 5 %", top, toTop, seed)),
                signed(RandomPicks.expectedBest(sorted)),
                signed(mean(curve, repetitions)));
    }

    /** The rows in the order they are tried, until the best is found. */
    private List<Values> picks(Optimizer optimizer, long seed) throws InterruptedException {
        List<Values> rows = new ArrayList<>(byPoint.keySet());
        Collections.shuffle(rows, new Random(seed));
        List<Values> picked = new ArrayList<>(rows.subList(0, start));
        Set<Values> seen = new HashSet<>(picked);
        while (!seen.contains(best()) && picked.size() < table.size()) {
            Values pick = next(optimizer, picked, seed);
            if (!seen.add(pick) || !byPoint.containsKey(pick)) {
                throw new IllegalArgumentException("The optimizer suggested " + pick + ", which is tried or no row");
            }
            picked.add(pick);
        }
        return picked;
    }

    private Values next(Optimizer optimizer, List<Values> picked, long seed) throws InterruptedException {
        List<Observation> observed = picked.stream().map(byPoint::get).toList();
        Question question = new Question(problem, observed, List.of(), 1, seed * 1_000_003 + picked.size());
        try (BorrowedParts borrowed = parts.get()) {
            List<Suggestion> answer = optimizer.suggest(question, borrowed);
            if (answer.isEmpty()) {
                throw new IllegalArgumentException("The optimizer suggested nothing although rows are left");
            }
            return answer.get(0).point();
        }
    }

    private Values best() {
        return rank.keySet().iterator().next();
    }

    private int triesTo(List<Values> picks, int top) {
        for (int i = 0; i < picks.size(); i++) {
            if (rank.getOrDefault(picks.get(i), Integer.MAX_VALUE) < top) {
                return i + 1;
            }
        }
        throw new IllegalStateException("The best row is always found");
    }

    private void add(double[] curve, List<Values> picks) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < curve.length; i++) {
            if (i < picks.size()) {
                best = Math.max(best, worth(Objects.requireNonNull(byPoint.get(picks.get(i)))));
            }
            curve[i] += best;
        }
    }

    private static double[] mean(double[] sum, int count) {
        double[] mean = sum.clone();
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= count;
        }
        return mean;
    }

    private List<Double> signed(double[] worths) {
        List<Double> values = new ArrayList<>();
        for (double worth : worths) {
            values.add(objective.goal().sign() * worth);
        }
        return values;
    }

    private Study.Target target(String name, int top, double[] tries, long seed) {
        double random = RandomPicks.expectedTries(table.size(), top);
        double[] interval = Bootstrap.meanInterval(tries, seed);
        double mean = Arrays.stream(tries).average().orElseThrow();
        return new Study.Target(name, random, mean, random / mean, random / interval[1], random / interval[0]);
    }
}
