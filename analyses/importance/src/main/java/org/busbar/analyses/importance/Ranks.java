package org.busbar.analyses.importance;

import java.util.stream.IntStream;

/** Places in the order of falling importance. */
final class Ranks {

    private Ranks() {}

    /** 1 for the largest number; equal numbers share the mean of their places. */
    static double[] of(double[] importance) {
        return IntStream.range(0, importance.length)
                .mapToDouble(j -> place(importance, j))
                .toArray();
    }

    private static double place(double[] importance, int j) {
        int larger = 0;
        int equal = 0;
        for (double other : importance) {
            larger += other > importance[j] ? 1 : 0;
            equal += other == importance[j] ? 1 : 0;
        }
        return larger + (equal + 1) / 2.0;
    }
}
