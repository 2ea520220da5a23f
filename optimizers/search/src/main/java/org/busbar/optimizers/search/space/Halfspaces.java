package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.List;

/**
 * Linear limits on a vector: {@code low <= x <= high} and, for each row, {@code least <= row x <= most}. The arrays are
 * not changed by anybody.
 */
record Halfspaces(double[] low, double[] high, List<Row> rows) {

    /** Rounding that counts as none, as a share of the sizes that are added up. */
    static final double ROUNDING = 1e-9;

    /** @param size what counts as 1 in the sum, for rounding */
    record Row(double[] weights, double least, double most, double size) {

        static Row of(double[] weights, double least, double most) {
            return new Row(weights, least, most, 1);
        }

        double sum(double[] x) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += weights[i] * x[i];
            }
            return sum;
        }

        /** How far the sum lies outside; 0 if within. */
        double excess(double[] x) {
            double sum = sum(x);
            return Math.max(0, Math.max(least - sum, sum - most));
        }

        boolean holds(double[] x) {
            return excess(x) <= ROUNDING * size;
        }

        boolean isEquation() {
            return least == most;
        }
    }

    int size() {
        return low.length;
    }

    /** Whether a vector keeps all of them, up to rounding. */
    boolean hold(double[] x) {
        for (int i = 0; i < x.length; i++) {
            double slack = ROUNDING * Math.max(1, high[i] - low[i]);
            if (!(x[i] >= low[i] - slack && x[i] <= high[i] + slack)) {
                return false;
            }
        }
        return rows.stream().allMatch(row -> row.holds(x));
    }

    /** The same rows within other bounds. */
    Halfspaces within(double[] lower, double[] upper) {
        return new Halfspaces(lower, upper, rows);
    }

    /** How far the ray from {@code x} along {@code direction} may go; infinite where nothing stops it. */
    double reach(double[] x, double[] direction) {
        double reach = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            reach = Math.min(reach, reach(x[i], direction[i], low[i], high[i]));
        }
        for (Row row : rows) {
            reach = Math.min(reach, reach(row.sum(x), row.sum(direction), row.least, row.most));
        }
        return Math.max(0, reach);
    }

    private static double reach(double at, double speed, double least, double most) {
        if (Math.abs(speed) < 1e-13) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(0, ((speed > 0 ? most : least) - at) / speed);
    }

    /** Every limit as {@code normal x <= bound}, equations left out, bounds of each element first. */
    List<Face> faces() {
        List<Face> faces = new ArrayList<>();
        for (int i = 0; i < low.length; i++) {
            faces.add(new Face(Vectors.unit(low.length, i, -1), -low[i]));
            faces.add(new Face(Vectors.unit(low.length, i, 1), high[i]));
        }
        for (Row row : rows) {
            if (!row.isEquation()) {
                faces.add(new Face(Vectors.times(row.weights, -1), -row.least));
                faces.add(new Face(row.weights, row.most));
            }
        }
        return faces.stream().filter(face -> Double.isFinite(face.bound)).toList();
    }

    /** One limit, {@code normal x <= bound}. */
    record Face(double[] normal, double bound) {

        double room(double[] x) {
            return bound - Vectors.dot(normal, x);
        }
    }
}
