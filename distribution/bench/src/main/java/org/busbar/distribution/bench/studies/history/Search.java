package org.busbar.distribution.bench.studies.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.optimize.History;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Question;
import org.busbar.distribution.bench.studies.electrolyte.Temperature;
import org.busbar.distribution.bench.studies.product.Policy;

/** Tries formulations of the new material until one is within 2 % of the best. */
record Search(Temperature material, Policy policy, Optional<History> history) {

    /** The most tries; a search that fails counts so many. */
    static final int CAP = 40;

    private static final double NEAR = 0.98;

    /** The number of the try that reached it. */
    int run(int first, long seed) throws InterruptedException {
        Laboratory laboratory = new Laboratory(material, seed);
        double[] means = material.conductivities();
        double wanted = NEAR * means[material.best()];
        List<Observation> observed = new ArrayList<>();
        int next = first;
        while (observed.size() < CAP) {
            observed.add(laboratory.observe(next));
            if (means[next] >= wanted || observed.size() == CAP) {
                return observed.size();
            }
            next = material.index(ask(observed, seed));
        }
        return CAP;
    }

    private Values ask(List<Observation> observed, long seed) throws InterruptedException {
        List<History> known = history.map(List::of).orElse(List.of());
        Question question = new Question(material.problem(), observed, List.of(), 1, seed, Values.none(), known);
        return policy.next(question).get(0);
    }
}
