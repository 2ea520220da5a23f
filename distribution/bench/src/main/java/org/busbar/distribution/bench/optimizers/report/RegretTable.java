package org.busbar.distribution.bench.optimizers.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.busbar.distribution.bench.optimizers.problems.Variant;
import org.busbar.distribution.bench.optimizers.statistics.Sample;

/** How engines fared on a function, or on several objectives. */
final class RegretTable {

    private RegretTable() {}

    static Table of(Variant variant, Scores scores) {
        int objectives = variant.problem().problem().objectives().size();
        Table table = new Table(
                variant.name() + ": median " + (objectives > 1 ? "hypervolume regret" : "regret")
                        + " after so many tries",
                "engine",
                "seeds",
                "@10",
                "@20",
                "@30",
                "@end",
                "area",
                "CPU s median",
                "p95");
        for (String engine : scores.engines(variant.name())) {
            List<Score> runs = scores.list(variant.name(), engine);
            Times times = Times.warm(runs);
            table.add(
                    engine,
                    String.valueOf(runs.size()),
                    regret(runs, 10),
                    regret(runs, 20),
                    regret(runs, 30),
                    regret(runs, Integer.MAX_VALUE),
                    Table.number(Sample.mean(array(runs, Score::area)), 3),
                    Table.number(times.median(), 4),
                    Table.number(times.p95(), 4));
        }
        return table;
    }

    private static String regret(List<Score> runs, int tries) {
        return String.format(Locale.ROOT, "%.4g", Sample.median(array(runs, run -> run.regretAfter(tries))));
    }

    private static double[] array(List<Score> runs, ToDoubleFunction<Score> figure) {
        return runs.stream().mapToDouble(figure).toArray();
    }
}
