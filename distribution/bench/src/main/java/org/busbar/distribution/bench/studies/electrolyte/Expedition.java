package org.busbar.distribution.bench.studies.electrolyte;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.optimize.Question;
import org.busbar.distribution.bench.studies.product.Expectation;
import org.busbar.distribution.bench.studies.product.Policy;
import org.busbar.distribution.bench.studies.product.Regression;
import org.busbar.distribution.bench.studies.product.Score;
import org.busbar.optimizers.search.numeric.Keyed;

/** Tries formulations of a pool, and asks after each five how well a model knows the others. */
final class Expedition {

    /** How many are tried at random first, and then in each round. */
    static final int ROUND = 5;

    /** How many are tried in all. */
    static final int TRIES = 60;

    private final Temperature pool;
    private final Policy policy;
    private final String surrogate;

    Expedition(Temperature pool, Policy policy, String surrogate) {
        this.pool = pool;
        this.policy = policy;
        this.surrogate = surrogate;
    }

    Trace run(long seed) throws InterruptedException {
        List<Integer> order = new ArrayList<>(first(pool, ROUND, seed));
        List<Score> scores = new ArrayList<>();
        scores.add(score(order, seed));
        while (order.size() < TRIES) {
            round(order, seed);
            scores.add(score(order, seed));
        }
        return new Trace(
                order,
                scores.stream().map(Score::mae).toList(),
                scores.stream().map(Score::rmse).toList());
    }

    /** One after the other, each chosen with all before it known. */
    private void round(List<Integer> order, long seed) throws InterruptedException {
        for (int i = 0; i < ROUND && order.size() < TRIES; i++) {
            Question question = new Question(pool.problem(), pool.observations(order), List.of(), 1, seed);
            policy.next(question).forEach(point -> order.add(pool.index(point)));
        }
    }

    /** Formulations drawn at random, the same for every policy. */
    static List<Integer> first(Temperature pool, int count, long seed) {
        int[] drawn = Keyed.of(seed, Math.round(pool.kelvin())).permutation(pool.size());
        return IntStream.of(drawn).limit(count).boxed().toList();
    }

    private Score score(List<Integer> tried, long seed) throws InterruptedException {
        double[] all = pool.conductivities();
        double[] known = tried.stream().mapToDouble(i -> all[i]).toArray();
        Regression learnt = Regression.fit(surrogate, pool.rows(tried), known, seed);
        List<Integer> rest = IntStream.range(0, pool.size())
                .filter(i -> !tried.contains(i))
                .boxed()
                .toList();
        List<Expectation> expected = learnt.at(pool.rows(rest));
        Score score = new Score();
        for (int i = 0; i < rest.size(); i++) {
            score.add(expected.get(i), all[rest.get(i)]);
        }
        return score;
    }
}
