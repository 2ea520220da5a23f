package org.busbar.distribution.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link MicroBenchmarks}. */
final class Micro implements Part {

    private static final Map<String, String> NAMES = Map.of(
            "unitConvert", "Unit.convert, mS/cm to S/m",
            "unitOf", "Unit.of, a known unit",
            "jsonWrite", "Json.write of a StepEnded event",
            "jsonRead", "Json.read of a StepEnded event",
            "forestSuggest", "one suggestion of the forest, 40 observations");

    @Override
    public List<Row> measure(Workplace place) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(MicroBenchmarks.class.getSimpleName())
                .forks(2)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .build();
        List<Row> rows = new ArrayList<>();
        for (RunResult result : new Runner(options).run()) {
            rows.add(row(result));
        }
        return rows;
    }

    private static Row row(RunResult result) {
        List<Double> nanoseconds = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                nanoseconds.add(iteration.getPrimaryResult().getScore());
            }
        }
        Measurements measured = new Measurements(nanoseconds);
        double size = measured.median();
        String unit = size < 1e3 ? "ns" : size < 1e6 ? "us" : "ms";
        double factor = size < 1e3 ? 1 : size < 1e6 ? 1e-3 : 1e-6;
        String method = result.getParams().getBenchmark().replaceFirst(".*\\.", "");
        return Row.of(
                NAMES.getOrDefault(method, method),
                Target.NONE,
                measured.times(factor),
                unit,
                "JMH, seconds of 2 processes, average per call");
    }
}
