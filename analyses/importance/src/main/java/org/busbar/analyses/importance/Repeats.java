package org.busbar.analyses.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.busbar.analyses.tables.Chosen;

/**
 * Rows whose inputs are all the same.
 *
 * @param distinct how many different rows of inputs there are
 * @param noise pooled standard deviation of the output within repeats; empty if nothing is repeated
 */
record Repeats(int rows, int distinct, double[] noise) {

    static Repeats of(Chosen chosen) {
        Map<String, List<Double>> byInputs = new LinkedHashMap<>();
        double[][] x = chosen.x();
        double[] y = chosen.y();
        for (int i = 0; i < y.length; i++) {
            byInputs.computeIfAbsent(Arrays.toString(x[i]), key -> new ArrayList<>())
                    .add(y[i]);
        }
        int distinct = byInputs.size();
        double[] noise = distinct == y.length
                ? new double[0]
                : new double[] {Math.sqrt(squares(byInputs.values()) / (y.length - distinct))};
        return new Repeats(y.length, distinct, noise);
    }

    private static double squares(Collection<List<Double>> repeats) {
        double sum = 0;
        for (List<Double> values : repeats) {
            double mean = 0;
            for (double value : values) {
                mean += value / values.size();
            }
            for (double value : values) {
                sum += (value - mean) * (value - mean);
            }
        }
        return sum;
    }

    boolean any() {
        return distinct < rows;
    }
}
