package org.busbar.optimizers.forest;

import java.util.function.Supplier;
import org.busbar.api.Values;

/** A point that may be suggested: encoded, and as it is suggested. */
final class Proposal {

    private final double[] row;
    private final Supplier<Values> point;

    Proposal(double[] row, Supplier<Values> point) {
        this.row = row;
        this.point = point;
    }

    /** The encoded point, not to be written to. */
    double[] row() {
        return row;
    }

    Values point() {
        return point.get();
    }
}
