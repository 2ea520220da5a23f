package org.busbar.analyses.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * Repeats a statistic on rows drawn with replacement (B. Efron, Ann. Stat. 7 (1979) 1, doi:10.1214/aos/1176344552).
 *
 * @param replicates how often, 2 or more
 * @param stream names the draws
 */
record Bootstrap(int replicates, Keyed stream) {

    /**
     * The statistic of all rows with its interval.
     *
     * @param statistic takes how often each row counts
     * @throws InterruptedException if told to stop
     */
    Estimates of(int rows, Function<int[], double[]> statistic) throws InterruptedException {
        int[] once = new int[rows];
        Arrays.fill(once, 1);
        List<double[]> found = new ArrayList<>();
        for (int i = 0; i < replicates; i++) {
            requireTime();
            found.add(statistic.apply(counts(rows, stream.at(i))));
        }
        return Estimates.of(statistic.apply(once), found);
    }

    static void requireTime() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("told to stop");
        }
    }

    private static int[] counts(int rows, Keyed draws) {
        int[] counts = new int[rows];
        for (int i = 0; i < rows; i++) {
            counts[draws.below(rows)]++;
        }
        return counts;
    }
}
