package org.busbar.optimizers.bayes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.busbar.api.optimize.Acquisition;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.space.Candidate;
import org.busbar.optimizers.search.space.Seeker;
import org.jspecify.annotations.Nullable;

/**
 * Spreads trials over the space before anything is known: each the one of some points from all over the space that is
 * farthest from all others. More points to choose from would only push trials into the corners.
 */
final class FirstPoints {

    private static final int CHOICE = 32;
    private static final double SAME = 1e-18;

    private FirstPoints() {}

    /** The next such point; empty if nothing is left. */
    static Optional<Candidate> next(Seeker seeker, List<double[]> taken, Keyed keyed) throws InterruptedException {
        double[][] choice = seeker.space().draw(CHOICE, keyed);
        @Nullable Candidate best = null;
        double most = SAME;
        for (double[] row : choice) {
            double away = nearest(row, taken);
            if (away > most) {
                most = away;
                best = new Candidate(row, seeker.space().decode(row), away);
            }
        }
        return best == null ? anyOther(seeker, taken, keyed) : Optional.of(best);
    }

    /** Where all of the choice are taken, as happens when few are left. */
    private static Optional<Candidate> anyOther(Seeker seeker, List<double[]> taken, Keyed keyed)
            throws InterruptedException {
        Acquisition.Worth away = rows ->
                Arrays.stream(rows).mapToDouble(row -> nearest(row, taken)).toArray();
        return seeker.best(away, taken, List.of(), keyed);
    }

    private static double nearest(double[] row, List<double[]> others) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double[] other : others) {
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                sum += (row[i] - other[i]) * (row[i] - other[i]);
            }
            nearest = Math.min(nearest, sum);
        }
        return nearest;
    }
}
