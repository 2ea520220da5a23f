package org.busbar.distribution.bench.studies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.busbar.distribution.bench.studies.report.Report;
import org.busbar.distribution.bench.studies.report.Study;

/** Makes a study from the command line. */
public final class Studies {

    private Studies() {}

    /**
     * Takes the source checkout, the name of a study and options. Exit code 2: a word or a file is wrong.
     *
     * @throws InterruptedException if told to stop
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String... words) throws IOException, InterruptedException {
        Path bench = Path.of(words[0]).toAbsolutePath().normalize().resolve("distribution/bench");
        try {
            make(Order.read(List.of(words).subList(1, words.length)), bench);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void make(Order order, Path bench) throws IOException, InterruptedException {
        Study study = new Catalogue(bench.resolve("studies/data")).find(order.study());
        List<Long> seeds = order.seeds().isEmpty() ? Order.first(study.repetitions()) : order.seeds();
        Path out = order.out().orElse(bench.resolve("target/studies").resolve(study.name()));
        System.out.println(study.name() + ": " + seeds.size() + " repetitions");
        Report report = study.run(seeds, System.out::println);
        report.write(out);
        System.out.println("\n" + report.text() + "results.jsonl, report.txt and report.html are in " + out);
    }
}
