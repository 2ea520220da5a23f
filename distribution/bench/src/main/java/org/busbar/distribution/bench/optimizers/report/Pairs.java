package org.busbar.distribution.bench.optimizers.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of engines in pairs. */
final class Pairs {

    private Pairs() {}

    /** Every engine against every other one that it shares runs with. */
    static Table verdicts(Scores scores) {
        Table table = new Table(
                "Verdicts by area (lower is better), over common problems and seeds",
                "engine",
                "peer",
                "verdict",
                "mean rank",
                "peer's",
                "better",
                "worse",
                "problems",
                "runs",
                "time");
        for (Pair pair : all(scores)) {
            table.add(
                    pair.engine(),
                    pair.peer(),
                    pair.verdict().name().toLowerCase(Locale.ROOT),
                    Table.number(pair.meanRank(), 2),
                    Table.number(3 - pair.meanRank(), 2),
                    String.valueOf(pair.problems().stream()
                            .filter(Pair.OnProblem::isBetter)
                            .count()),
                    String.valueOf(pair.problems().stream()
                            .filter(Pair.OnProblem::isWorse)
                            .count()),
                    String.valueOf(pair.problems().size()),
                    String.valueOf(pair.problems().stream()
                            .mapToInt(Pair.OnProblem::seeds)
                            .sum()),
                    pair.time().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return table;
    }

    /** Each pair once, problem by problem. */
    static Table details(Scores scores) {
        Table table = new Table(
                "Difference of area, engine less peer: median, 95 % interval, Wilcoxon p after Holm",
                "engine", "peer", "problem", "seeds", "median", "from", "to", "p");
        for (Pair pair : all(scores)) {
            if (pair.engine().compareTo(pair.peer()) < 0) {
                pair.problems().forEach(problem -> add(table, pair, problem));
            }
        }
        return table;
    }

    private static void add(Table table, Pair pair, Pair.OnProblem problem) {
        table.add(
                pair.engine(),
                pair.peer(),
                problem.problem(),
                String.valueOf(problem.seeds()),
                Table.number(problem.difference(), 3),
                Table.number(problem.interval().low(), 3),
                Table.number(problem.interval().high(), 3),
                String.format(Locale.ROOT, "%.3g", problem.p()));
    }

    private static List<Pair> all(Scores scores) {
        List<Pair> pairs = new ArrayList<>();
        for (String engine : scores.engines()) {
            for (String peer : scores.engines()) {
                Pair pair = Pair.of(scores, engine, peer);
                if (!engine.equals(peer) && !pair.problems().isEmpty()) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }
}
