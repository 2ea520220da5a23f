package org.busbar.optimizers.forest;

import java.util.List;
import java.util.SplittableRandom;

/** Fills the space: takes the proposal that is farthest from everything tried, and any one to begin with. */
final class FirstDesign implements Choice {

    @Override
    public Chosen choose(List<Proposal> proposals, Experience experience, SplittableRandom random) {
        List<double[]> tried = experience.tried();
        Proposal best = Choice.best(proposals, proposal -> Distance.squaredToNearest(proposal.row(), tried));
        return new Chosen(
                best,
                1,
                "As far as possible from all that was tried, since "
                        + experience.measured().size() + " values are fewer" + " than the " + ForestSearch.FEWEST
                        + " a forest needs.");
    }
}
