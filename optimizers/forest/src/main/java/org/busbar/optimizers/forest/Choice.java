package org.busbar.optimizers.forest;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** How one of several proposals is chosen. */
interface Choice {

    /**
     * The proposal to suggest, and why.
     *
     * @param proposals at least one
     */
    Chosen choose(List<Proposal> proposals, Experience experience, SplittableRandom random);

    /** The proposal of the highest score, the first one of equals. */
    static Proposal best(List<Proposal> proposals, ToDoubleFunction<Proposal> score) {
        Proposal best = proposals.get(0);
        double highest = Double.NEGATIVE_INFINITY;
        for (Proposal proposal : proposals) {
            double reached = score.applyAsDouble(proposal);
            if (reached > highest) {
                best = proposal;
                highest = reached;
            }
        }
        return best;
    }
}
