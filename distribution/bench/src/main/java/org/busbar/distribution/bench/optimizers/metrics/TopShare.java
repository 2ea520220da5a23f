package org.busbar.distribution.bench.optimizers.metrics;

import java.util.Arrays;

/**
 * The best rows of a pool: those at least as good as the last of the best 5 %, rounded up. Immutable. After Q. Liang et
 * al., npj Comput. Mater. 7, 188 (2021), doi 10.1038/s41524-021-00656-9.
 *
 * @param best the best value
 * @param threshold the worst value that still counts
 * @param count how many rows count, equal values included
 * @param bestCount how many rows have the best value
 */
public record TopShare(int rows, double best, double threshold, int count, int bestCount) {

    private static final double SHARE = 0.05;

    /** Finds them among the values of all rows, larger is better. */
    public static TopShare of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double best = sorted[sorted.length - 1];
        double threshold = sorted[sorted.length - (int) Math.ceil(SHARE * sorted.length)];
        int count =
                (int) Arrays.stream(sorted).filter(value -> value >= threshold).count();
        int bestCount =
                (int) Arrays.stream(sorted).filter(value -> value == best).count();
        return new TopShare(sorted.length, best, threshold, count, bestCount);
    }

    /** How often this is a better try than one at random: share found / (tries / rows). */
    public double enhancement(double shareFound, int tries) {
        return shareFound / (tries / (double) rows);
    }

    /** The tries that random needs in expectation for a share of the best rows, over the tries it took. */
    public double acceleration(double share, double tries) {
        return share * rows / tries;
    }

    /**
     * Tries until a share of the best rows is found; infinite if it is not.
     *
     * @param values in the order of trying
     */
    public double triesTo(double share, double... values) {
        return triesTo((int) Math.max(1, Math.ceil(share * count)), threshold, values);
    }

    /** Tries until the best value is found; infinite if it is not. */
    public double triesToBest(double... values) {
        return triesTo(1, best, values);
    }

    private static double triesTo(int wanted, double least, double... values) {
        int found = 0;
        for (int t = 0; t < values.length; t++) {
            found += values[t] >= least ? 1 : 0;
            if (found == wanted) {
                return t + 1;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** The share of the best rows among the values tried. */
    public double found(double... values) {
        return Arrays.stream(values).filter(value -> value >= threshold).count() / (double) count;
    }
}
