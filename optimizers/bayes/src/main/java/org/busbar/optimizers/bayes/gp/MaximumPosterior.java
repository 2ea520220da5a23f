package org.busbar.optimizers.bayes.gp;

import java.util.ArrayList;
import java.util.List;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Lbfgsb;

/**
 * Finds probable hyper-parameters by a quasi-Newton descent from the mode of the prior. The optimum that lies nearest to the
 * mode is taken, even where a farther one is more probable: with few rows that one is mostly a fit to chance, and choosing
 * the next trial by it found the best rows of measured tables later.
 */
final class MaximumPosterior {

    private static final int ITERATIONS = 100;
    private static final int STARTS = 3;

    private final LogPosterior posterior;
    private final Priors priors;
    private final Data data;

    MaximumPosterior(Kernel kernel, Priors priors, Data data) {
        this.posterior = new LogPosterior(new Likelihood(kernel, data), priors);
        this.priors = priors;
        this.data = data;
    }

    /** Descends from the mode of the prior; from draws of it only as long as no descent ends by itself. */
    Fitted search(Keyed keyed) {
        List<Lbfgsb.Minimum> found = new ArrayList<>();
        found.add(descend(priors.modes(data.columns()), ITERATIONS));
        for (int s = 1; s < STARTS && !found.get(found.size() - 1).converged(); s++) {
            found.add(descend(priors.draw(data.columns(), keyed.at(s)), ITERATIONS));
        }
        return fitted(found);
    }

    /** Descends from one start for a few iterations only. */
    Fitted polish(Hyperparameters start, int iterations) {
        return fitted(List.of(descend(start.logs(), iterations)));
    }

    private Lbfgsb.Minimum descend(double[] start, int iterations) {
        return Lbfgsb.minimize(
                posterior, priors.bounded(start), priors.low(data.columns()), priors.high(data.columns()), iterations);
    }

    private Fitted fitted(List<Lbfgsb.Minimum> found) {
        Lbfgsb.Minimum best = best(found);
        int evaluations = found.stream().mapToInt(Lbfgsb.Minimum::evaluations).sum();
        return new Fitted(
                Hyperparameters.ofLogs(best.x()),
                -best.value(),
                found.size(),
                evaluations,
                data.size(),
                best.converged());
    }

    private static Lbfgsb.Minimum best(List<Lbfgsb.Minimum> found) {
        Lbfgsb.Minimum best = found.get(0);
        for (Lbfgsb.Minimum one : found) {
            best = one.value() < best.value() ? one : best;
        }
        return best;
    }
}
