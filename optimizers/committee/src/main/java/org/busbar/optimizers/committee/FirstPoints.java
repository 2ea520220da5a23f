package org.busbar.optimizers.committee;

import java.util.List;
import java.util.Optional;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.space.Candidate;
import org.busbar.optimizers.search.space.EncodedSpace;
import org.busbar.optimizers.search.space.Seeker;

/** Fills a space before there is anything to learn from: one Sobol point after another. */
record FirstPoints(EncodedSpace space, Keyed keyed) {

    private static final double SAME_SQUARED = 1e-12;

    /** The next one; where the sequence repeats itself, what is farthest from all that is taken. */
    Optional<Candidate> next(List<double[]> taken) {
        double[][] sequence = space.draw(taken.size() + 1, keyed.at(0));
        double[] row = sequence[taken.size()];
        return nearest(row, taken) > SAME_SQUARED
                ? Optional.of(new Candidate(row, space.decode(row), 0))
                : Seeker.of(space).best(rows -> distances(rows, taken), taken, List.of(), keyed.at(1, taken.size()));
    }

    private static double[] distances(double[][] rows, List<double[]> taken) {
        double[] distances = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            distances[i] = nearest(rows[i], taken);
        }
        return distances;
    }

    private static double nearest(double[] row, List<double[]> taken) {
        return taken.stream()
                .mapToDouble(other -> Disagreement.squared(row, other))
                .min()
                .orElse(1);
    }
}
