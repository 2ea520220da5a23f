package org.busbar.optimizers.forest;

import java.util.List;

/**
 * How likely a point is to give a value at all: (a + S)/(a + S + F), where S and F count the measured and the failed
 * points, each weighted by exp(-d^2/(2 h^2)) at distance d. Far from all failures it is 1.
 */
final class Feasibility {

    /** Weight of the belief that a point nobody tried works, in trials. */
    private static final double PRIOR = 0.1;

    /** h, as a share of each range, times the root of the number of columns. */
    private static final double WIDTH = 0.05;

    /** How far a failure reaches, in h. */
    private static final double REACH = 2;

    private final List<double[]> measured;
    private final List<double[]> failed;

    Feasibility(Experience experience) {
        measured = experience.measured();
        failed = experience.failed();
    }

    double probability(double[] row) {
        double good = PRIOR + weight(row, measured);
        return good / (good + weight(row, failed));
    }

    /** Those which are not {@link #besideFailure}; all, if every one is. */
    List<Proposal> feasible(List<Proposal> proposals) {
        if (failed.isEmpty()) {
            return proposals;
        }
        List<Proposal> feasible = proposals.stream()
                .filter(proposal -> !besideFailure(proposal.row()))
                .toList();
        return feasible.isEmpty() ? proposals : feasible;
    }

    /**
     * Whether a failure is within 2 h and no farther than the nearest point that gave a value. One failure by chance thus
     * closes a region only until trials next to it succeed.
     */
    boolean besideFailure(double[] row) {
        double toFailure = Distance.squaredToNearest(row, failed);
        return toFailure < square(REACH * WIDTH) * row.length && toFailure <= Distance.squaredToNearest(row, measured);
    }

    private static double square(double x) {
        return x * x;
    }

    private static double weight(double[] row, List<double[]> others) {
        double scale = 2 * square(WIDTH) * row.length;
        return others.stream()
                .mapToDouble(other -> StrictMath.exp(-Distance.squared(row, other) / scale))
                .sum();
    }
}
