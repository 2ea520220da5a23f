package org.busbar.optimizers.bayes.gp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * How well models rank the target rows: mis-ranked pairs in draws from each model, the target being judged by leave-one-out
 * (Feurer, Letham, Bakshy 2018, ranking-weighted Gaussian process ensembles).
 */
final class Ranking {

    private static final int DRAWS = 256;
    private static final double LIMIT = 0.95;

    private final double[] values;
    private final double[] own;
    private final List<double[]> losses = new ArrayList<>();

    Ranking(GaussianProcess target, List<GaussianProcess> sources, Keyed keyed) {
        values = target.data().values();
        own = ownLosses(target.leaveOneOut(), keyed.at(0));
        for (int s = 0; s < sources.size(); s++) {
            losses.add(losses(sources.get(s).draws(target.data().rows(), DRAWS, keyed.at(1, s))));
        }
    }

    /** Whether a source is worse than the target: its median loss exceeds the 95th percentile of the target's. */
    boolean worse(int source) {
        return sorted(losses.get(source))[DRAWS / 2] > sorted(own)[(int) (LIMIT * DRAWS)];
    }

    /** The share of draws in which a source has the fewest mis-ranked pairs; the target wins ties, then the first. */
    double weight(int source) {
        int wins = 0;
        for (int c = 0; c < DRAWS; c++) {
            wins += wins(source, c) ? 1 : 0;
        }
        return wins / (double) DRAWS;
    }

    private boolean wins(int source, int draw) {
        double loss = losses.get(source)[draw];
        boolean wins = loss < own[draw];
        for (int s = 0; s < losses.size(); s++) {
            double other = losses.get(s)[draw];
            wins &= s < source ? loss < other : loss <= other;
        }
        return wins;
    }

    private double[] losses(double[][] draws) {
        double[] losses = new double[DRAWS];
        for (int c = 0; c < DRAWS; c++) {
            for (int i = 0; i < values.length; i++) {
                losses[c] += misranked(draws[c][i], i, draws[c]);
            }
        }
        return losses;
    }

    private double[] ownLosses(LeaveOneOut left, Keyed keyed) {
        double[] losses = new double[DRAWS];
        for (int c = 0; c < DRAWS; c++) {
            Keyed draw = keyed.at(c);
            for (int i = 0; i < values.length; i++) {
                losses[c] += misranked(left.means()[i] + left.sds()[i] * draw.normal(), i, values);
            }
        }
        return losses;
    }

    /** Rows that a prediction for row i puts on the wrong side of it. */
    private int misranked(double prediction, int i, double[] others) {
        int count = 0;
        for (int j = 0; j < values.length; j++) {
            count += j != i && prediction < others[j] != values[i] < values[j] ? 1 : 0;
        }
        return count;
    }

    private static double[] sorted(double[] losses) {
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
