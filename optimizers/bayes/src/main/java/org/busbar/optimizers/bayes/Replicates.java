package org.busbar.optimizers.bayes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that are the same point. */
final class Replicates {

    private static final double SAME = 1e9; // equal to nine decimals of the range

    private Replicates() {}

    /** The places of equal rows, in the order in which each row comes first. */
    static List<int[]> of(List<double[]> rows) {
        Map<List<Long>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            groups.computeIfAbsent(key(rows.get(i)), key -> new ArrayList<>()).add(i);
        }
        return groups.values().stream()
                .map(group -> group.stream().mapToInt(i -> i).toArray())
                .toList();
    }

    private static List<Long> key(double[] row) {
        List<Long> key = new ArrayList<>(row.length);
        for (double number : row) {
            key.add(StrictMath.round(number * SAME));
        }
        return key;
    }
}
