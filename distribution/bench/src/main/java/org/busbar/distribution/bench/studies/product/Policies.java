package org.busbar.distribution.bench.studies.product;

import org.busbar.api.Text;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.Optimizer;
import org.busbar.api.optimize.Suggestion;
import org.busbar.optimizers.bayes.BayesianSearch;
import org.busbar.optimizers.random.RandomSearch;

/** The optimizers of the platform as policies: asked as a campaign asks them, with settings and parts. */
public final class Policies {

    private static final Optimizer BAYES = new BayesianSearch();
    private static final Optimizer RANDOM = new RandomSearch();

    private Policies() {}

    /** An optimizer with settings. */
    public static Policy of(Optimizer optimizer, Values settings) {
        return question -> optimizer.suggest(question.with(settings), Shelf.OF_THE_PLATFORM).stream()
                .map(Suggestion::point)
                .toList();
    }

    /** The optimizer {@code bayes} with a surrogate and an acquisition. */
    public static Policy bayes(String surrogate, String acquisition) {
        return bayes(surrogate, acquisition, Values.none());
    }

    /** The same with other settings too. */
    public static Policy bayes(String surrogate, String acquisition, Values others) {
        Value learner = new Text(surrogate);
        return of(
                BAYES,
                Values.of("surrogate", learner)
                        .with("acquisition", new Text(acquisition))
                        .with(others));
    }

    /** The optimizer {@code random}. */
    public static Policy random() {
        return of(RANDOM, Values.none());
    }
}
