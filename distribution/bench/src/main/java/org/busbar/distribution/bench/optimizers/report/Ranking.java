package org.busbar.distribution.bench.optimizers.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.busbar.distribution.bench.optimizers.problems.Variant;
import org.busbar.distribution.bench.optimizers.statistics.Friedman;
import org.busbar.distribution.bench.optimizers.statistics.Nemenyi;

/**
 * The mean ranks by area of engines over the runs that all of them have.
 *
 * @param blocks how many pairs of problem and seed
 * @param criticalDifference difference of mean ranks that chance exceeds with 5 % (Nemenyi)
 */
record Ranking(List<String> engines, int problems, int blocks, Friedman friedman, double criticalDifference) {

    /**
     * Ranks the engines of some problems. While they have no run in common, the engine with the fewest runs is left
     * out. Empty if fewer than two are left.
     */
    static Optional<Ranking> of(Scores scores, List<Variant> problems) {
        List<String> engines = new ArrayList<>(scores.engines());
        engines.removeIf(engine -> runs(scores, problems, engine) == 0);
        while (engines.size() >= 2) {
            Set<String> used = new LinkedHashSet<>();
            List<double[]> blocks = blocks(scores, problems, engines, used);
            if (!blocks.isEmpty()) {
                double critical = Nemenyi.criticalDifference(engines.size(), blocks.size());
                return Optional.of(new Ranking(engines, used.size(), blocks.size(), Friedman.of(blocks), critical));
            }
            String fewest = engines.get(0);
            for (String engine : engines) {
                fewest = runs(scores, problems, engine) < runs(scores, problems, fewest) ? engine : fewest;
            }
            engines.remove(fewest);
        }
        return Optional.empty();
    }

    private static int runs(Scores scores, List<Variant> problems, String engine) {
        return problems.stream()
                .mapToInt(problem -> scores.of(problem.name(), engine).size())
                .sum();
    }

    private static List<double[]> blocks(
            Scores scores, List<Variant> problems, List<String> engines, Set<String> used) {
        List<double[]> blocks = new ArrayList<>();
        for (Variant problem : problems) {
            List<Map<Long, Score>> runs = engines.stream()
                    .map(engine -> scores.of(problem.name(), engine))
                    .toList();
            for (Long seed : runs.get(0).keySet()) {
                if (runs.stream().allMatch(each -> each.containsKey(seed))) {
                    blocks.add(areas(runs, seed));
                    used.add(problem.name());
                }
            }
        }
        return blocks;
    }

    private static double[] areas(List<Map<Long, Score>> runs, Long seed) {
        double[] areas = new double[runs.size()];
        for (int i = 0; i < areas.length; i++) {
            Score score = runs.get(i).get(seed);
            areas[i] = score == null ? Double.NaN : score.area();
        }
        return areas;
    }
}
