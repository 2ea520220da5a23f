package org.busbar.optimizers.classify;

import java.util.Arrays;

/**
 * What a committee says at one point.
 *
 * @param mean the probability of each label, on average
 * @param spread one standard deviation of that among the members
 * @param votes the share of the members that hold each label for the most probable one
 */
record Opinion(double[] mean, double[] spread, double[] votes) {

    /**
     * Puts together what members say.
     *
     * @param shares how much each of them counts, adding up to 1
     */
    static Opinion of(double[][] members, double[] shares) {
        int classes = members[0].length;
        double[] mean = new double[classes];
        double[] votes = new double[classes];
        for (int i = 0; i < members.length; i++) {
            votes[most(members[i])] += shares[i];
            for (int c = 0; c < classes; c++) {
                mean[c] += shares[i] * members[i][c];
            }
        }
        return new Opinion(mean, spread(members, shares, mean), votes);
    }

    private static double[] spread(double[][] members, double[] shares, double[] mean) {
        double[] squares = new double[mean.length];
        for (int i = 0; i < members.length; i++) {
            for (int c = 0; c < mean.length; c++) {
                squares[c] += shares[i] * (members[i][c] - mean[c]) * (members[i][c] - mean[c]);
            }
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    /** The most probable label, the first one of equals. */
    int label() {
        return most(mean);
    }

    /** The second most probable label; the most probable one if there is no other. */
    int second() {
        double[] others = mean.clone();
        others[label()] = Double.NEGATIVE_INFINITY;
        return mean.length == 1 ? 0 : most(others);
    }

    private static int most(double[] numbers) {
        int most = 0;
        for (int i = 1; i < numbers.length; i++) {
            most = numbers[i] > numbers[most] ? i : most;
        }
        return most;
    }
}
