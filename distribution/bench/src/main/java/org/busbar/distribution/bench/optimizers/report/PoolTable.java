package org.busbar.distribution.bench.optimizers.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.busbar.distribution.bench.optimizers.metrics.BestValue;
import org.busbar.distribution.bench.optimizers.metrics.ExactRandom;
import org.busbar.distribution.bench.optimizers.metrics.TopShare;
import org.busbar.distribution.bench.optimizers.problems.Pool;
import org.busbar.distribution.bench.optimizers.problems.Variant;
import org.busbar.distribution.bench.optimizers.statistics.Sample;

/** How engines fared on a pool of one objective, with random search in exact expectation below. */
final class PoolTable {

    private static final int[] AT = {10, 20, 30, 40};
    private static final double HALF = 0.5;

    private final Variant variant;
    private final double[] values;
    private final TopShare top;

    PoolTable(Variant variant, Pool pool) {
        this.variant = variant;
        values = pool.values();
        top = TopShare.of(values);
    }

    Table table(Scores scores) {
        Table table = new Table(
                variant.name() + ": mean normalised regret, tries, share of the " + top.count() + " best of "
                        + top.rows() + " rows after " + variant.budget(),
                "engine",
                "seeds",
                "@10",
                "@20",
                "@30",
                "@40",
                "area",
                "P(best)",
                "to best",
                "to top 5 %",
                "share",
                "EF",
                "AF(50 %)",
                "CPU s median",
                "p95");
        for (String engine : scores.engines(variant.name())) {
            add(table, engine, scores.list(variant.name(), engine));
        }
        addRandom(table);
        return table;
    }

    private void add(Table table, String engine, List<Score> runs) {
        double toBest = median(runs, run -> top.triesToBest(run.valueArray()));
        double found = mean(runs, run -> top.found(run.valueArray()));
        double half = median(runs, run -> top.triesTo(HALF, run.valueArray()));
        Times times = Times.warm(runs);
        table.add(
                engine,
                String.valueOf(runs.size()),
                Table.number(mean(runs, run -> run.regretAfter(AT[0])), 3),
                Table.number(mean(runs, run -> run.regretAfter(AT[1])), 3),
                Table.number(mean(runs, run -> run.regretAfter(AT[2])), 3),
                Table.number(mean(runs, run -> run.regretAfter(AT[3])), 3),
                Table.number(mean(runs, Score::area), 3),
                Table.number(mean(runs, run -> Double.isInfinite(top.triesToBest(run.valueArray())) ? 0 : 1), 2),
                Table.tries(toBest, variant.budget()),
                Table.tries(median(runs, run -> top.triesTo(0, run.valueArray())), variant.budget()),
                Table.number(found, 2),
                Table.number(top.enhancement(found, variant.budget()), 1),
                Double.isInfinite(half) ? "-" : Table.number(top.acceleration(HALF, half), 1),
                Table.number(times.median(), 4),
                Table.number(times.p95(), 4));
    }

    private void addRandom(Table table) {
        ExactRandom random = new ExactRandom(values);
        int budget = variant.budget();
        int toBest = random.medianTries(top.bestCount());
        table.add(
                "random (exact)",
                "-",
                Table.number(regret(random, AT[0]), 3),
                Table.number(regret(random, AT[1]), 3),
                Table.number(regret(random, AT[2]), 3),
                Table.number(regret(random, AT[3]), 3),
                "-",
                Table.number(random.found(top.bestCount(), budget), 2),
                toBest > budget ? "> " + budget : String.valueOf(toBest),
                String.valueOf(random.medianTries(top.count())),
                Table.number(budget / (double) top.rows(), 2),
                "1.0",
                "1.0",
                "-",
                "-");
    }

    private double regret(ExactRandom random, int tries) {
        BestValue yardstick = (BestValue) variant.problem().yardstick();
        return (yardstick.best() - random.best(tries)) / yardstick.scale();
    }

    private static double mean(List<Score> runs, ToDoubleFunction<Score> figure) {
        return Sample.mean(runs.stream().mapToDouble(figure).toArray());
    }

    private static double median(List<Score> runs, ToDoubleFunction<Score> figure) {
        return Sample.median(runs.stream().mapToDouble(figure).toArray());
    }
}
