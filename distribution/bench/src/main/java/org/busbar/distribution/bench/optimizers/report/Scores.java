package org.busbar.distribution.bench.optimizers.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.busbar.distribution.bench.optimizers.problems.Pool;
import org.busbar.distribution.bench.optimizers.problems.Variant;
import org.busbar.distribution.bench.optimizers.records.Replay;

/** The scores of all runs by problem, engine and seed. Immutable. */
final class Scores {

    private final Map<String, Map<String, Map<Long, Score>>> scores = new LinkedHashMap<>();
    private final Map<String, Variant> variants = new LinkedHashMap<>();

    Scores(Collection<Replay> runs) {
        for (Replay run : runs) {
            Score score = Score.of(run);
            variants.putIfAbsent(run.variant().name(), run.variant());
            scores.computeIfAbsent(run.variant().name(), name -> new TreeMap<>())
                    .computeIfAbsent(score.engine(), name -> new TreeMap<>())
                    .put(run.run().seed(), score);
        }
    }

    /** Pools first, then functions, each in the order in which they came. */
    List<Variant> problems() {
        return variants.values().stream()
                .sorted((one, other) -> Boolean.compare(isFunction(one), isFunction(other)))
                .toList();
    }

    static boolean isFunction(Variant variant) {
        return !(variant.problem() instanceof Pool);
    }

    List<String> engines() {
        TreeSet<String> engines = new TreeSet<>();
        scores.values().forEach(byEngine -> engines.addAll(byEngine.keySet()));
        return List.copyOf(engines);
    }

    /** The engines that have runs of a problem. */
    List<String> engines(String problem) {
        return List.copyOf(scores.getOrDefault(problem, Map.of()).keySet());
    }

    /** By seed; empty if there is none. */
    Map<Long, Score> of(String problem, String engine) {
        return scores.getOrDefault(problem, Map.of()).getOrDefault(engine, Map.of());
    }

    List<Score> list(String problem, String engine) {
        return List.copyOf(of(problem, engine).values());
    }
}
