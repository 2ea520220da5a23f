package org.busbar.analyses.sensitivity;

import java.util.Arrays;
import java.util.List;
import org.busbar.optimizers.search.numeric.Statistics;

/**
 * Numbers, one per input, with their 95 % intervals.
 *
 * @param low the lower ends, as many as {@code values}
 * @param high the upper ends, as many as {@code values}
 */
record Estimates(double[] values, double[] low, double[] high) {

    private static final double TWO_SIDED = 1.959963984540054;

    /** Nothing estimated. */
    static Estimates none() {
        return new Estimates(new double[0], new double[0], new double[0]);
    }

    /**
     * Numbers with intervals of 1.96 standard deviations of their bootstrap replicates to both sides.
     *
     * @param replicates two or more, each as long as {@code values}
     */
    static Estimates of(double[] values, List<double[]> replicates) {
        double[] low = values.clone();
        double[] high = values.clone();
        for (int i = 0; i < values.length; i++) {
            int index = i;
            double reach = TWO_SIDED
                    * Statistics.sd(
                            replicates.stream().mapToDouble(r -> r[index]).toArray());
            low[i] -= reach;
            high[i] += reach;
        }
        return new Estimates(values, low, high);
    }

    /** These numbers with intervals that reach further by {@code more} on both sides. */
    Estimates widened(double more) {
        double[] lower = low.clone();
        double[] higher = high.clone();
        for (int i = 0; i < values.length; i++) {
            lower[i] -= more;
            higher[i] += more;
        }
        return new Estimates(values, lower, higher);
    }

    /** The numbers from {@code from} to before {@code to}. */
    Estimates part(int from, int to) {
        return new Estimates(
                Arrays.copyOfRange(values, from, to),
                Arrays.copyOfRange(low, from, to),
                Arrays.copyOfRange(high, from, to));
    }

    int size() {
        return values.length;
    }

    double width(int i) {
        return high[i] - low[i];
    }

    boolean coversZero(int i) {
        return low[i] <= 0 && high[i] >= 0;
    }
}
