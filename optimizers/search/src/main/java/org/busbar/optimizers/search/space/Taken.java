package org.busbar.optimizers.search.space;

import java.util.List;

/** Rows not to be suggested again, nor any within half the resolution of the instruments. */
final class Taken {

    private static final double SAME = 1e-9;

    private final EncodedSpace space;
    private final List<double[]> rows;

    Taken(EncodedSpace space, List<double[]> rows) {
        this.space = space;
        this.rows = rows;
    }

    boolean has(double[] row) {
        return rows.stream().anyMatch(taken -> isSame(taken, row));
    }

    private boolean isSame(double[] taken, double[] row) {
        for (int i = 0; i < space.axes().size(); i++) {
            if (!isSame(i, taken, row)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(int parameter, double[] taken, double[] row) {
        int at = space.axes().start(parameter);
        Axis axis = space.axes().axis(parameter);
        double step = space.region().domain(parameter).step();
        if (step > 0 && axis instanceof NumberAxis && space.listed().isEmpty()) {
            return Math.abs(axis.read(taken, at) - axis.read(row, at)) < step / 2;
        }
        for (int k = at; k < at + axis.width(); k++) {
            if (Math.abs(taken[k] - row[k]) > SAME) {
                return false;
            }
        }
        return true;
    }
}
