package org.busbar.analyses.gitt;

import org.busbar.analyses.gitt.VoltageModel.Trial;

/** Finds the D with the least misfit: on a grid of D t/R<sup>2</sup>, then by Gauss-Newton steps in ln D. */
final class DiffusivitySearch {

    private static final double SHORTEST = 1e-5;
    private static final double LONGEST = 1e2;
    private static final int GRID = 22;
    private static final int ENOUGH = 60;
    private static final int MOST_STEPS = 60;
    private static final double PRECISE = 1e-9;
    private static final int HALVINGS = 12;

    private DiffusivitySearch() {}

    /** The best within the grid, from {@code whole}; misfits on the grid are those of a part of the samples. */
    static Trial of(VoltageModel whole, Excerpt excerpt, double radius) {
        double seconds = excerpt.span() / (radius * radius);
        VoltageModel part = new VoltageModel(excerpt, excerpt.thinned(ENOUGH), radius);
        return refined(whole, whole.at(best(part, seconds)));
    }

    /** Whether a D is outside of what pulses of that length can tell. */
    static boolean outside(Trial found, Excerpt excerpt, double radius) {
        double theta = Math.exp(found.logarithm()) * excerpt.span() / (radius * radius);
        return !(theta > SHORTEST / 10 && theta < LONGEST * 10);
    }

    private static double best(VoltageModel model, double seconds) {
        double best = Math.log(1 / seconds);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < GRID; i++) {
            double theta = SHORTEST * Math.pow(LONGEST / SHORTEST, i / (GRID - 1.0));
            Trial trial = model.at(Math.log(theta / seconds));
            if (trial.misfit() < least) {
                least = trial.misfit();
                best = trial.logarithm();
            }
        }
        return best;
    }

    private static Trial refined(VoltageModel model, Trial start) {
        Trial at = start;
        for (int i = 0; i < MOST_STEPS; i++) {
            Trial next = downhill(model, at);
            boolean found = Math.abs(next.logarithm() - at.logarithm()) <= PRECISE;
            at = next;
            if (found) {
                break;
            }
        }
        return at;
    }

    /** A better one, or the same if there is none. */
    private static Trial downhill(VoltageModel model, Trial at) {
        double step = model.around(at)
                .map(f -> f.coefficients()[f.coefficients().length - 1])
                .orElse(0.0);
        step = Math.max(-1, Math.min(1, step));
        for (int i = 0; i < HALVINGS && Math.abs(step) > PRECISE; i++) {
            Trial next = model.at(at.logarithm() + step);
            if (next.misfit() < at.misfit()) {
                return next;
            }
            step /= 2;
        }
        return at;
    }
}
