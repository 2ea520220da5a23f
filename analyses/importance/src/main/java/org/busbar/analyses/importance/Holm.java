package org.busbar.analyses.importance;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Corrects probabilities for how many were looked at (S. Holm, Scand. J. Stat. 6, 65, 1979). */
final class Holm {

    private Holm() {}

    /** Each p such that all below a level hold together at that level; at most 1. */
    static double[] corrected(double[] p) {
        List<Integer> rising = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> p[j]))
                .toList();
        double[] corrected = new double[p.length];
        double largest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            int j = rising.get(rank);
            largest = Math.max(largest, Math.min(1, (p.length - rank) * p[j]));
            corrected[j] = largest;
        }
        return corrected;
    }
}
