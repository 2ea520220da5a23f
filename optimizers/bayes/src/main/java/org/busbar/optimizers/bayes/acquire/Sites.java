package org.busbar.optimizers.bayes.acquire;

import java.util.Arrays;
import org.busbar.optimizers.search.numeric.Keyed;

/** Rows that stand for the whole space. */
final class Sites {

    private Sites() {}

    /** All rows, or if they are more than {@code most} that many of them, chosen at random. */
    static double[][] some(double[][] rows, int most, Keyed keyed) {
        if (rows.length <= most) {
            return rows;
        }
        int[] order = keyed.permutation(rows.length);
        return Arrays.stream(order, 0, most).sorted().mapToObj(i -> rows[i]).toArray(double[][]::new);
    }

    /** Both, one after the other. */
    static double[][] and(double[][] some, double[][] others) {
        double[][] both = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, both, some.length, others.length);
        return both;
    }
}
