package org.busbar.distribution.bench.optimizers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import org.busbar.distribution.bench.optimizers.problems.Pool;
import org.busbar.distribution.bench.optimizers.problems.Surface;
import org.busbar.distribution.bench.optimizers.problems.Variant;
import org.busbar.distribution.bench.optimizers.records.Run;
import org.busbar.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes runs and writes down what they gave. Safe for use by many threads.
 *
 * <p>Besides the fields of the protocol it writes {@code t_thread} (processor seconds of the asking thread),
 * {@code cold} (how many suggestions at the front were the first of the engine in this process) and {@code
 * peak_rss_mb}. With several threads {@code t_cpu} is left out, because the process does other runs at the same time.
 */
final class Recorder {

    private static final int COLD = 2;

    private final int threads;
    private final String machine;
    private final Set<String> warm = ConcurrentHashMap.newKeySet();

    /** Takes how many threads ask engines at the same time. */
    Recorder(int threads) {
        this.threads = threads;
        machine = Runtime.getRuntime().availableProcessors() + " processors seen, " + System.getProperty("os.arch")
                + ", " + System.getProperty("os.name") + ", Java " + System.getProperty("java.vm.version");
    }

    /**
     * Makes one run.
     *
     * @throws Exception if the engine fails
     */
    Run run(Contestant contestant, Variant variant, long seed) throws Exception {
        boolean cold = warm.add(contestant.name());
        Course course = new Course(variant, contestant.making().get(), seed);
        List<Trial> trials = course.run();
        Stopwatch watch = course.watch();
        boolean several = variant.problem().problem().objectives().size() > 1;
        Surface surface = variant.problem() instanceof Surface function ? function : null;
        return new Run(
                contestant.name(),
                contestant.version(),
                variant.name(),
                seed,
                Variant.START,
                rows(trials, variant),
                surface == null
                        ? List.of()
                        : trials.stream().map(trial -> x(trial, surface)).toList(),
                surface == null || several
                        ? List.of()
                        : trials.stream().map(trial -> y(trial, surface)).toList(),
                several || variant.noise() > 0
                        ? trials.stream().map(Trial::told).toList()
                        : List.of(),
                threads == 1 ? watch.process() : List.of(),
                watch.wall(),
                others(watch, cold));
    }

    private static List<Integer> rows(List<Trial> trials, Variant variant) {
        return variant.problem() instanceof Pool pool
                ? trials.stream().map(trial -> pool.row(trial.point())).toList()
                : List.of();
    }

    private static List<Double> x(Trial trial, Surface surface) {
        return DoubleStream.of(surface.coordinates(trial.point())).boxed().toList();
    }

    private static double y(Trial trial, Surface surface) {
        return surface.outcome(trial.point())[0];
    }

    private ObjectNode others(Stopwatch watch, boolean cold) throws IOException {
        ObjectNode others = Json.mapper().createObjectNode();
        others.put("threads", 1).put("machine", machine);
        others.set("t_thread", Json.mapper().valueToTree(watch.thread()));
        others.put("cold", cold ? COLD : 0);
        double peak = peakMegabytes();
        if (peak > 0) {
            others.put("peak_rss_mb", peak);
        }
        return others;
    }

    /** The largest resident memory of the process so far; 0 where the system does not say. */
    static double peakMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Math.rint(Double.parseDouble(line.replaceAll("\\D", "")) / 1024))
                .findFirst()
                .orElse(0);
    }
}
