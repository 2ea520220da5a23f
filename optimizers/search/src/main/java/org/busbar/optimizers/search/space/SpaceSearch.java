package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.optimize.Acquisition;
import org.busbar.optimizers.search.numeric.Keyed;

/** Searches a space too large to be written out; see {@link Seeker}. */
final class SpaceSearch {

    private static final int AROUND = 64;
    private static final double[] LAST_SIZES = {1e-3, 1e-2, 0.1};

    private final EncodedSpace space;
    private final Taken taken;
    private final int raw;
    private final int starts;

    SpaceSearch(EncodedSpace space, Taken taken, int raw, int starts) {
        this.space = space;
        this.taken = taken;
        this.raw = raw;
        this.starts = starts;
    }

    Optional<Candidate> best(Acquisition.Worth worth, List<double[]> near, Keyed keyed) {
        Finds finds = new Finds(worth);
        List<double[]> rows = new ArrayList<>(List.of(space.draw(raw, keyed.at(0))));
        rows.addAll(around(near, keyed.at(1)));
        List<Finds.Find> first = finds.weigh(rows);
        Climb climb = new Climb(space, finds);
        int child = 0;
        for (Finds.Find start : new Starts(space).choose(first, starts, keyed.at(2))) {
            climb.from(start, keyed.at(3, child++));
        }
        return found(finds, keyed).map(find -> new Candidate(find.row(), space.decode(find.row()), find.worth()));
    }

    private List<double[]> around(List<double[]> near, Keyed keyed) {
        List<double[]> rows = new ArrayList<>();
        double part = Math.min(1, 20.0 / space.axes().size());
        for (int i = 0; i < AROUND && !near.isEmpty(); i++) {
            double[] centre = near.get(i / 2 % near.size());
            rows.add(
                    i % 2 == 0 ? space.near(centre, 1e-3, 1, keyed.at(i)) : space.near(centre, 0.1, part, keyed.at(i)));
        }
        return rows;
    }

    /** Where the best one is taken, looks for another one close by; where all are, anywhere. */
    private Optional<Finds.Find> found(Finds finds, Keyed keyed) {
        Optional<Finds.Find> best = Finds.best(finds.all());
        if (best.isPresent() && taken.has(best.get().row())) {
            finds.weigh(besides(best.get().row(), keyed.at(4)));
        }
        Optional<Finds.Find> open = finds.best(taken);
        if (open.isEmpty()) {
            finds.weigh(List.of(space.draw(4 * raw, keyed.at(5))));
        }
        return open.or(() -> finds.best(taken));
    }

    private List<double[]> besides(double[] row, Keyed keyed) {
        List<double[]> rows = new ArrayList<>(new Neighbours(space).of(row, keyed.at(0)));
        for (int i = 0; i < AROUND; i++) {
            rows.add(space.near(row, LAST_SIZES[i % LAST_SIZES.length], keyed.at(1, i)));
        }
        return rows;
    }
}
