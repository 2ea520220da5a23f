package org.busbar.distribution.bench.optimizers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.busbar.distribution.bench.optimizers.problems.ProblemSet;
import org.busbar.distribution.bench.optimizers.problems.SpeedCase;
import org.busbar.distribution.bench.optimizers.statistics.Sample;
import org.busbar.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * Times single suggestions in fixed situations: each case is asked {@value #COLD} times to warm up, then
 * {@value #REPEATS} times with other seeds; the medians are written as lines of JSON.
 */
final class Speed {

    private static final int COLD = 2;
    private static final int REPEATS = 3;

    private final ProblemSet problems;
    private final Path file;
    private final Consumer<String> console;

    /** Takes the folder that {@code speed.jsonl} is appended to, and who is told each line. */
    Speed(ProblemSet problems, Path out, Consumer<String> console) {
        this.problems = problems;
        this.file = out.resolve("speed.jsonl");
        this.console = console;
    }

    /**
     * Times every engine in every case.
     *
     * @return how many failed for another reason than not handling the problem
     */
    int run(List<Contestant> contestants) throws IOException {
        int failures = 0;
        for (SpeedCase each : SpeedCase.all(problems)) {
            for (Contestant contestant : contestants) {
                ObjectNode line = line(contestant, each);
                failures += line.has("failed") ? 1 : 0;
                String text = Json.write(line);
                Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                console.accept(text);
            }
        }
        return failures;
    }

    /** One case; an engine that cannot handle it is noted as {@code refused}. */
    private static ObjectNode line(Contestant contestant, SpeedCase each) throws IOException {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("engine", contestant.name())
                .put("version", contestant.version())
                .put("case", each.name());
        line.put("d", each.dimension())
                .put("n", each.told().size())
                .put("q", each.count())
                .put("m", each.objectives());
        try {
            time(contestant.making().get(), each, line);
        } catch (IllegalArgumentException e) {
            line.put("refused", e.getMessage());
        } catch (Exception e) {
            line.put("failed", e.toString());
        }
        return line.put("peak_rss_mb", Recorder.peakMegabytes());
    }

    private static void time(Engine engine, SpeedCase each, ObjectNode line) throws Exception {
        Stopwatch first = new Stopwatch();
        Stopwatch watch = new Stopwatch();
        for (int i = 0; i < COLD + REPEATS; i++) {
            Situation situation = situation(each, i);
            (i < COLD ? first : watch).time(() -> engine.next(situation));
        }
        line.put("cpu_median", median(watch.process())).put("wall_median", median(watch.wall()));
        line.put("thread_median", median(watch.thread()))
                .put("cpu_first", first.process().get(0));
    }

    private static Situation situation(SpeedCase each, long seed) {
        List<Trial> told = each.told().stream()
                .map(point -> new Trial(point, each.values(point)))
                .toList();
        return new Situation(each.problem(), told, List.of(), each.count(), seed);
    }

    private static double median(List<Double> seconds) {
        return Sample.median(seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
