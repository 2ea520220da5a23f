package org.busbar.optimizers.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Values;

/** The points that may be asked for next, in random order: candidates not yet tried, or points drawn from the space. */
final class OpenPool {

    /** How many points are drawn where there are no candidates. */
    private static final int DRAWN = 1_000;
    /** Two rows nearer than this are the same. */
    private static final double SAME_SQUARED = 1e-18;

    private final List<Values> points = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();

    OpenPool(Study study) {
        List<double[]> taken = study.taken();
        List<Values> all = all(study);
        for (int i : study.random().at(2).permutation(all.size())) {
            double[] row = study.space().encode(all.get(i));
            if (nearest(row, taken) > SAME_SQUARED) {
                points.add(all.get(i));
                rows.add(row);
            }
        }
    }

    private static List<Values> all(Study study) {
        List<Values> candidates = study.question().problem().space().candidates();
        return candidates.isEmpty()
                ? Arrays.stream(study.space().draw(DRAWN, study.random().at(3)))
                        .map(study.space()::decode)
                        .toList()
                : candidates;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The rows, in the order of the pool; not to be changed. */
    List<double[]> rows() {
        return rows;
    }

    /** The point of the highest worth, the first one of equals, as its place in the pool. */
    int best(double[] worths) {
        return IntStream.range(0, rows.size())
                .reduce((a, b) -> worths[b] > worths[a] ? b : a)
                .orElseThrow();
    }

    double[] row(int place) {
        return rows.get(place);
    }

    Values point(int place) {
        return points.get(place);
    }

    /** Takes a point out, and all that equal it. */
    void remove(double[] row) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (Neighbours.squared(row, rows.get(i)) <= SAME_SQUARED) {
                rows.remove(i);
                points.remove(i);
            }
        }
    }

    /** How far, squared, each point is from the nearest of some. */
    double[] distances(List<double[]> some) {
        return rows.stream().mapToDouble(row -> nearest(row, some)).toArray();
    }

    private static double nearest(double[] row, List<double[]> others) {
        return others.stream()
                .mapToDouble(other -> Neighbours.squared(row, other))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
