package org.busbar.distribution.bench.optimizers.report;

import java.util.List;
import java.util.stream.Stream;
import org.busbar.distribution.bench.optimizers.problems.Variant;
import tools.jackson.databind.JsonNode;

/** Processor seconds per suggestion by engine and problem, the first ones of a process apart, and the largest memory. */
final class TimeTable {

    private TimeTable() {}

    static Table of(Scores scores) {
        Table table = new Table(
                "CPU seconds per suggestion",
                "engine",
                "problem",
                "suggestions",
                "median",
                "p95",
                "first 2: median",
                "largest memory MB");
        for (String engine : scores.engines()) {
            for (Variant problem : scores.problems()) {
                add(table, engine, problem.name(), scores.list(problem.name(), engine));
            }
        }
        return table;
    }

    private static void add(Table table, String engine, String problem, List<Score> runs) {
        Times warm = Times.warm(runs);
        Times cold = Times.cold(runs);
        if (warm.count() > 0) {
            table.add(
                    engine,
                    problem,
                    String.valueOf(warm.count()),
                    Table.number(warm.median(), 4),
                    Table.number(warm.p95(), 4),
                    Table.number(cold.median(), 4),
                    Table.number(memory(runs), 0));
        }
    }

    private static double memory(List<Score> runs) {
        return runs.stream()
                .map(score -> score.run().others())
                .flatMap(others -> Stream.ofNullable(others.get("peak_rss_mb")))
                .mapToDouble(JsonNode::asDouble)
                .max()
                .orElse(Double.NaN);
    }
}
