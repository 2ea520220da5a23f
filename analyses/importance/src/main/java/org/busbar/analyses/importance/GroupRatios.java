package org.busbar.analyses.importance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.busbar.analyses.tables.Chosen;

/**
 * By which factor each group differs from what a model expects that has not seen it. A group that is off by a power of
 * ten has most likely been given in another unit.
 *
 * @param groups in order; empty if rows are not grouped or a measured number is not above 0
 * @param medians of log10(measured/predicted), over the rows with a prediction above 0
 */
record GroupRatios(List<String> groups, double[] medians) {

    private static final double UNIT_ERROR = 1;

    static GroupRatios of(Chosen chosen, CrossValidation validation) {
        Map<String, List<Double>> ratios = ratios(chosen.groups(), validation);
        return new GroupRatios(
                List.copyOf(ratios.keySet()),
                ratios.values().stream().mapToDouble(GroupRatios::median).toArray());
    }

    private static Map<String, List<Double>> ratios(List<String> groups, CrossValidation validation) {
        Map<String, List<Double>> ratios = new TreeMap<>(Folds.BY_PARTS);
        for (int i = 0; i < groups.size(); i++) {
            if (!(validation.measured()[i] > 0)) {
                return Map.of();
            }
            if (validation.predicted()[i] > 0) {
                double ratio =
                        StrictMath.log10(validation.measured()[i] / validation.predicted()[i]);
                ratios.computeIfAbsent(groups.get(i), key -> new ArrayList<>()).add(ratio);
            }
        }
        return ratios;
    }

    private static double median(List<Double> ratios) {
        double[] rising = ratios.stream().mapToDouble(ratio -> ratio).sorted().toArray();
        int half = rising.length / 2;
        return rising.length % 2 == 1 ? rising[half] : (rising[half - 1] + rising[half]) / 2;
    }

    /** The names, separated by semicolons; a semicolon in a name becomes a comma. */
    String names() {
        return groups.stream().map(Answer::plain).collect(Collectors.joining("; "));
    }

    /** The group that is off most, if by more than a factor of ten. */
    Optional<String> unitError() {
        return IntStream.range(0, medians.length)
                .boxed()
                .filter(g -> Math.abs(medians[g]) > UNIT_ERROR)
                .max(Comparator.comparingDouble(g -> Math.abs(medians[g])))
                .map(g -> String.format(
                        Locale.ROOT,
                        "median log10(measured/predicted) of group %s is %.2f, check its unit",
                        groups.get(g),
                        medians[g]));
    }
}
