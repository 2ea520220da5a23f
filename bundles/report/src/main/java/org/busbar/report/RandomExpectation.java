package org.busbar.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.busbar.api.optimize.Objective;

/**
 * What random search would be expected to have found on this very problem, judged by the trials of the campaign that
 * were drawn at random: the mean best of k draws, with replacement, from their values.
 */
final class RandomExpectation {

    /** The {@code lab.id} of the optimizer that draws at random. */
    private static final String RANDOM = "random";

    private static final int LEAST_DRAWS = 5;

    private RandomExpectation() {}

    /** The expected best after 1, 2 ... {@code trials} draws; empty if fewer than five trials were drawn at random. */
    static List<Double> of(List<Convergence.Point> points, Objective.Goal goal, int trials) {
        double[] worth = points.stream()
                .filter(point -> point.optimizer().equals(RANDOM))
                .mapToDouble(point -> goal.sign() * point.value())
                .sorted()
                .toArray();
        List<Double> expected = new ArrayList<>();
        for (int draws = 1; worth.length >= LEAST_DRAWS && draws <= trials; draws++) {
            expected.add(goal.sign() * best(worth, draws));
        }
        return expected;
    }

    /** The value at place i of n, in rising order, is the best of k draws with probability (i/n)^k - ((i-1)/n)^k. */
    private static double best(double[] rising, int draws) {
        double[] share = new double[rising.length + 1];
        Arrays.setAll(share, i -> Math.pow((double) i / rising.length, draws));
        double mean = 0;
        for (int i = 0; i < rising.length; i++) {
            mean += rising[i] * (share[i + 1] - share[i]);
        }
        return mean;
    }
}
