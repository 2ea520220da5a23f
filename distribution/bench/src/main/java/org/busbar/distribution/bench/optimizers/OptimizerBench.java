package org.busbar.distribution.bench.optimizers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.busbar.distribution.bench.optimizers.problems.ProblemSet;
import org.busbar.distribution.bench.optimizers.problems.Variant;
import org.busbar.distribution.bench.optimizers.records.Runs;
import org.busbar.distribution.bench.optimizers.report.Summary;

/** Runs the side-by-side comparison of optimizers from the command line. */
public final class OptimizerBench {

    private OptimizerBench() {}

    /**
     * Takes the source checkout and the options. Exit code 1: a run failed; 2: an option or a file is wrong.
     *
     * @throws InterruptedException if told to stop
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... words) throws IOException, InterruptedException {
        Path bench = Path.of(words[0]).toAbsolutePath().normalize().resolve("distribution/bench");
        Path data = bench.resolve("optimizers/data");
        try {
            Options options =
                    Options.read(List.of(words).subList(1, words.length), data, bench.resolve("target/optimizers"));
            System.exit(run(options, data) == 0 ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static int run(Options options, Path data) throws IOException, InterruptedException {
        ProblemSet problems = new ProblemSet(data.resolve("pools"));
        Engines engines = Engines.ofThePlatform();
        List<Contestant> contestants =
                options.engines().stream().map(engines::find).toList();
        Files.createDirectories(options.out());
        if (options.speed()) {
            return new Speed(problems, options.out(), OptimizerBench::say).run(contestants);
        }
        List<Variant> variants =
                options.problems().stream().map(problems::variant).toList();
        Path file = options.out().resolve("runs.jsonl");
        int failures = new Comparison(problems, file, options.threads(), OptimizerBench::say)
                .run(contestants, variants, options.seeds());
        report(problems, options, file);
        return failures;
    }

    private static void report(ProblemSet problems, Options options, Path file) throws IOException {
        Runs runs = new Runs(problems);
        runs.addFile(file);
        runs.addFolder(options.peers());
        Summary summary = new Summary(runs.all());
        String text = summary.text();
        Files.writeString(options.out().resolve("report.txt"), text);
        Files.writeString(options.out().resolve("report.html"), summary.html());
        say("\n" + text + "report.txt and report.html are in " + options.out());
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
