package org.busbar.analyses.sensitivity;

import org.busbar.optimizers.search.numeric.Keyed;

/**
 * What a surrogate says about its inputs, as far as it is good enough to say it.
 *
 * @param checked how well the surrogate predicts runs that it does not know
 * @param indices empty below a Q2 of {@link #USABLE}; the intervals are widened by 1 - Q2 to both sides
 * @param derivatives empty below a Q2 of {@link #GOOD}
 * @param map empty below a Q2 of {@link #GOOD}, and if there is one input only
 */
record SurrogateStudy(
        Surrogate surrogate,
        CrossValidation checked,
        SobolIndices indices,
        Derivatives derivatives,
        DerivativeMap map) {

    /** Q2 below which nothing is said. */
    static final double USABLE = 0.9;
    /** Q2 below which only a ranking is given. */
    static final double GOOD = 0.99;

    /**
     * What is to be done.
     *
     * @param samples points for each mean over the ranges
     * @param grid cells along each side of the map
     * @param over the two inputs of the map; empty for the two that matter most
     */
    record Plan(Ranges ranges, int samples, int grid, int[] over, Bootstrap bootstrap, Keyed stream) {}

    /**
     * Studies the surrogate.
     *
     * @throws InterruptedException if told to stop
     */
    static SurrogateStudy of(Surrogate surrogate, CrossValidation checked, Plan plan) throws InterruptedException {
        double q2 = checked.q2();
        if (!(q2 >= USABLE)) {
            return new SurrogateStudy(
                    surrogate, checked, SobolIndices.none(), Derivatives.none(), DerivativeMap.none());
        }
        SobolRuns runs =
                SobolRuns.of(new Saltelli(plan.ranges.size(), false), surrogate::mean, plan.samples, plan.stream.at(0));
        SobolIndices sampled = SobolIndices.of(runs, plan.bootstrap);
        SobolIndices indices = new SobolIndices(
                sampled.first().widened(1 - q2), sampled.total().widened(1 - q2), sampled.second());
        return q2 >= GOOD
                ? new SurrogateStudy(
                        surrogate, checked, indices, derivatives(surrogate, plan), map(surrogate, indices, plan))
                : new SurrogateStudy(surrogate, checked, indices, Derivatives.none(), DerivativeMap.none());
    }

    private static Derivatives derivatives(Surrogate surrogate, Plan plan) throws InterruptedException {
        return Derivatives.of(surrogate::gradient, plan.ranges, plan.samples, plan.stream.at(1), plan.bootstrap);
    }

    private static DerivativeMap map(Surrogate surrogate, SobolIndices indices, Plan plan) throws InterruptedException {
        if (plan.ranges.size() < 2) {
            return DerivativeMap.none();
        }
        Ranking ranking = Ranking.of(indices.total());
        int[] over = plan.over.length == 2
                ? plan.over
                : new int[] {ranking.order().get(0), ranking.order().get(1)};
        return DerivativeMap.of(surrogate::gradient, plan.ranges, over, plan.grid, plan.stream.at(2));
    }
}
