package org.busbar.distribution.bench.studies.latp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Values;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Question;
import org.busbar.distribution.bench.studies.product.Policy;
import org.busbar.optimizers.search.numeric.Keyed;

/** Tries conditions of the initial grid until the best one is found. */
final class Hunt {

    /** The most tries, the random first ones included; a hunt that fails counts so many. */
    static final int CAP = 50;

    private final SyntheticSurface surface;
    private final List<Condition> conditions = Grid.initial().conditions();
    private final Problem problem = Sintering.problem(conditions);

    Hunt(SyntheticSurface surface) {
        this.surface = surface;
    }

    /**
     * Hunts once.
     *
     * @param first how many random conditions are tried first
     * @param batch how many are chosen at a time
     * @return the number of the try that found it; 0 if none did
     */
    int run(Policy policy, int first, int batch, long seed) throws InterruptedException {
        List<Condition> tried = new ArrayList<>(start(first, seed));
        List<Observation> observed = new ArrayList<>();
        while (!tried.contains(Published.BEST) && tried.size() < CAP) {
            for (Condition each : tried.subList(observed.size(), tried.size())) {
                observed.add(Sintering.observation(each, surface));
            }
            int count = Math.min(batch, CAP - tried.size());
            List<Values> next = policy.next(new Question(problem, observed, List.of(), count, seed));
            next.forEach(point -> tried.add(Sintering.condition(point)));
        }
        return tried.indexOf(Published.BEST) + 1;
    }

    private List<Condition> start(int count, long seed) {
        int[] order = Keyed.of(seed, 80).permutation(conditions.size());
        return IntStream.of(order).limit(count).mapToObj(conditions::get).toList();
    }
}
