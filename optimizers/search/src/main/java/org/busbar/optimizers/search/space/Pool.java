package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;

/**
 * All points of a space that has few: its candidates, or a small grid. A space with more is never written out. Immutable;
 * the rows are not changed by anybody.
 */
public final class Pool {

    /** A grid is written out if it has no more points than this. */
    public static final int GRID = 1_000;

    private static final double TABLE = 20_000;

    private final Listed listed;

    private Pool(Listed listed) {
        this.listed = listed;
    }

    /** The points of a space; empty if they are infinitely many, or more than {@link #GRID} without being candidates. */
    public static Optional<Pool> of(EncodedSpace space) {
        return space.listed().or(() -> grid(space)).map(Pool::new);
    }

    private static Optional<Listed> grid(EncodedSpace space) {
        Region region = space.region();
        double table = 1;
        for (int i = 0; i < space.axes().size(); i++) {
            table *= region.domain(i).levels();
        }
        if (table > (region.blocks().isEmpty() ? GRID : TABLE)) {
            return Optional.empty();
        }
        List<double[]> kept = new ArrayList<>();
        collect(space, new double[space.axes().size()], 0, kept);
        return kept.size() > GRID
                ? Optional.empty()
                : Optional.of(Listed.of(kept.stream().map(space.axes()::decode).toList(), space.axes()));
    }

    private static void collect(EncodedSpace space, double[] point, int next, List<double[]> into) {
        if (next == point.length) {
            if (space.region().linked(point)) {
                into.add(point.clone());
            }
            return;
        }
        Domain domain = space.region().domain(next);
        for (int k = 0; k < domain.levels(); k++) {
            point[next] = domain.isStepped() ? domain.level(k) : domain.min();
            collect(space, point, next + 1, into);
        }
    }

    public int size() {
        return listed.size();
    }

    /** One row per point, in the order of the candidates. */
    public double[][] rows() {
        return listed.rows();
    }

    /** The point of a row; a candidate as it was given. */
    public Values point(int place) {
        return listed.points().get(place);
    }
}
