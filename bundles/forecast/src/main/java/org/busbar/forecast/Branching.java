package org.busbar.forecast;

import java.util.List;
import org.busbar.api.experiment.Step;

/** Lets the branches of a Parallel go on at the same time, and goes on itself when all are done. */
final class Branching {

    private final Spot spot;
    private final Step.Parallel parallel;
    private int open;

    Branching(Spot spot, Step.Parallel parallel) {
        this.spot = spot;
        this.parallel = parallel;
        this.open = parallel.branches().size();
    }

    boolean begin() {
        for (List<Step> steps : parallel.branches()) {
            Branch branch = new Branch(spot.course(), this::ended);
            branch.enter(new Frame(spot.scope(), spot.frame().hold(), steps, Frame.Ending.PLAIN));
            spot.setting().agenda().soon(branch::goOn);
        }
        return open == 0;
    }

    private void ended() {
        open--;
        if (open == 0) {
            spot.setting().agenda().soon(spot.branch()::goOn);
        }
    }
}
