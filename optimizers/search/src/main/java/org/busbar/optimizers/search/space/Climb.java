package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.numeric.Lbfgsb;

/** Goes up from a row, in turn over numbers and over options and steps, until neither leads higher. */
final class Climb {

    private static final int ROUNDS = 24;
    private static final int ITERATIONS = 100;
    private static final int TRIALS = 16;
    private static final double LARGEST = 0.1;
    private static final double SMALLEST = 1e-3;

    private final EncodedSpace space;
    private final Finds finds;
    private final Neighbours neighbours;

    Climb(EncodedSpace space, Finds finds) {
        this.space = space;
        this.finds = finds;
        this.neighbours = new Neighbours(space);
    }

    /** Adds what it meets to the finds. */
    void from(Finds.Find start, Keyed keyed) {
        Finds.Find at = start;
        for (int round = 0; round < ROUNDS; round++) {
            at = overNumbers(at, keyed.at(round, 0));
            Finds.Find beside = better(at, finds.weigh(neighbours.of(at.row(), keyed.at(round, 1))));
            if (beside == at) {
                return;
            }
            at = beside;
        }
    }

    private static Finds.Find better(Finds.Find at, List<Finds.Find> others) {
        return Finds.best(others).filter(other -> other.worth() > at.worth()).orElse(at);
    }

    private Finds.Find overNumbers(Finds.Find at, Keyed keyed) {
        Chart chart = new Chart(space, at.row());
        if (chart.start().length == 0) {
            return at;
        }
        boolean hasSlope =
                finds.worth().climb(at.row(), new double[at.row().length]).isPresent();
        return hasSlope ? along(chart, at) : nearer(at, keyed);
    }

    private Finds.Find along(Chart chart, Finds.Find at) {
        Halfspaces limits = chart.limits();
        double[] top = chart.isBox()
                ? Lbfgsb.minimize(
                                (x, slope) -> chart.cost(finds.worth(), x, slope),
                                chart.start(),
                                limits.low(),
                                limits.high(),
                                ITERATIONS)
                        .x()
                : new FaceDescent(
                                (x, slope) -> chart.cost(finds.worth(), x, slope),
                                limits,
                                chart.directions(),
                                chart.start())
                        .run(ITERATIONS);
        Optional<double[]> snapped = space.snap(chart.row(top));
        return snapped.map(row -> better(at, finds.weigh(List.of(row)))).orElse(at);
    }

    /** Tries rows around, ever nearer once none is better. */
    private Finds.Find nearer(Finds.Find start, Keyed keyed) {
        Finds.Find at = start;
        double size = LARGEST;
        for (int round = 0; round < ROUNDS && size >= SMALLEST; round++) {
            List<double[]> rows = new ArrayList<>();
            for (int i = 0; i < TRIALS; i++) {
                rows.add(space.near(at.row(), size, i % 2 == 0 ? 1 : 0.5, keyed.at(round, i)));
            }
            Finds.Find best = better(at, finds.weigh(rows));
            size = best == at ? size / 2 : size;
            at = best;
        }
        return at;
    }
}
