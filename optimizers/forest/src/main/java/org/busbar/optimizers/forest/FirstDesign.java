package org.busbar.optimizers.forest;

import java.util.List;
import java.util.SplittableRandom;

/** Fills the space: takes the proposal that is farthest from everything tried, and any one to begin with. */
final class FirstDesign implements Choice {

    @Override
    public Proposal choose(List<Proposal> proposals, Experience experience, SplittableRandom random) {
        List<double[]> tried = experience.tried();
        return Choice.best(proposals, proposal -> Distance.squaredToNearest(proposal.row(), tried));
    }
}
