package org.busbar.distribution.bench.studies.latp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Question;
import org.busbar.distribution.bench.studies.product.Policy;

/** A campaign from the 80 conditions of the initial grid, whose space is enlarged while it runs. */
final class Enlargement {

    /** How many conditions each iteration tries at once. */
    private static final int[] BATCHES = {6, 6, 5, 5};

    private final SyntheticSurface surface;

    Enlargement(SyntheticSurface surface) {
        this.surface = surface;
    }

    /** The space of each iteration. */
    static List<Grid> spaces() {
        return List.of(Grid.early(), Grid.early(), Grid.late(), Grid.late());
    }

    static int tries(int iteration) {
        return BATCHES[iteration];
    }

    /** The best condition known after each iteration. */
    List<Condition> run(Policy policy, long seed) throws InterruptedException {
        List<Condition> tried = new ArrayList<>(Grid.initial().conditions());
        List<Condition> best = new ArrayList<>();
        for (int i = 0; i < BATCHES.length; i++) {
            List<Observation> observed = tried.stream()
                    .map(each -> Sintering.observation(each, surface))
                    .toList();
            Question question = new Question(
                    Sintering.problem(spaces().get(i).conditions()), observed, List.of(), BATCHES[i], seed);
            policy.next(question).forEach(point -> tried.add(Sintering.condition(point)));
            best.add(best(tried));
        }
        return best;
    }

    Condition best(List<Condition> some) {
        return some.stream().max(Comparator.comparingDouble(surface::log10)).orElseThrow();
    }
}
