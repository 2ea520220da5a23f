package org.busbar.optimizers.bayes;

import java.util.Arrays;
import java.util.Locale;
import org.busbar.api.optimize.Column;
import org.busbar.optimizers.search.space.EncodedSpace;

/**
 * The box around the best point in which to search when there are many trials or dimensions; its side follows from how the
 * trials went. After D. Eriksson, M. Pearce, J. R. Gardner, R. Turner, M. Poloczek, Scalable Global Optimization via Local
 * Bayesian Optimization, NeurIPS 2019, arXiv:1910.01739, with one region.
 *
 * @param low the lower corner, within 0 and 1
 * @param high the upper one
 */
record TrustRegion(double[] low, double[] high) {

    private static final double FIRST = 0.8;
    private static final double MOST = 1.6;
    private static final double LEAST = 1.0 / 128;
    private static final int SUCCESSES = 3;
    private static final double BETTER = 1e-3;
    private static final int MANY_TRIALS = 200;
    private static final int MANY_COLUMNS = 30;

    /** When to search in a region. */
    enum Use {
        /** With more than 200 trials, or more than 30 columns. */
        AUTO,
        ON,
        OFF;

        static String[] names() {
            return Arrays.stream(values())
                    .map(use -> use.name().toLowerCase(Locale.ROOT))
                    .toArray(String[]::new);
        }

        static Use of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        boolean isWanted(int trials, int columns) {
            return this == ON || this == AUTO && (trials > MANY_TRIALS || columns > MANY_COLUMNS);
        }
    }

    /**
     * The region after some trials.
     *
     * @param sequence what the trials gave, oldest first, more being better
     * @param relevances how fast values change along each column; empty if not known
     */
    static TrustRegion around(double[] centre, double[] sequence, double[] relevances, EncodedSpace space) {
        double side = side(sequence, centre.length);
        double[] stretch = stretch(relevances, centre.length);
        double[] low = new double[centre.length];
        double[] high = new double[centre.length];
        for (int i = 0; i < centre.length; i++) {
            boolean bounded = space.columns().get(i).kind() == Column.Kind.NUMBER;
            double half = bounded ? side * stretch[i] / 2 : 1;
            low[i] = Math.max(0, Math.min(1, centre[i]) - half);
            high[i] = Math.min(1, Math.max(0, centre[i]) + half);
        }
        return new TrustRegion(low, high);
    }

    /** Doubled after three successes in a row, halved after so many failures in a row as there are columns; begun again when small. */
    static double side(double[] sequence, int columns) {
        int patience = Math.max(4, columns);
        double side = FIRST;
        double best = Double.NEGATIVE_INFINITY;
        int good = 0;
        int bad = 0;
        for (double value : sequence) {
            boolean success = value > best + BETTER * Math.abs(best) || best == Double.NEGATIVE_INFINITY;
            good = success ? good + 1 : 0;
            bad = success ? 0 : bad + 1;
            best = Math.max(best, value);
            if (good == SUCCESSES) {
                side = Math.min(MOST, 2 * side);
                good = 0;
            } else if (bad == patience) {
                side = side / 2;
                bad = 0;
            }
            side = side < LEAST ? FIRST : side;
        }
        return side;
    }

    /** Length scales with a geometric mean of 1. */
    private static double[] stretch(double[] relevances, int columns) {
        double[] stretch = new double[columns];
        Arrays.fill(stretch, 1);
        if (relevances.length == columns) {
            double logs = 0;
            for (double relevance : relevances) {
                logs += StrictMath.log(Math.max(relevance, 1e-9));
            }
            double middle = StrictMath.exp(logs / columns);
            for (int i = 0; i < columns; i++) {
                stretch[i] = middle / Math.max(relevances[i], 1e-9);
            }
        }
        return stretch;
    }
}
