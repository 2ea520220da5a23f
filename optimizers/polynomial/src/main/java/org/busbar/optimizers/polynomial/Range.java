package org.busbar.optimizers.polynomial;

/** Where a polynomial may speak. */
@FunctionalInterface
interface Range {

    /** How far beyond its data, in shares of the range of each column, rounding may put a row. */
    double SLACK = 1e-9;

    boolean holds(double[] row);

    /** The convex hull of some rows, at least one, of up to three numbers; or the box around them. */
    static Range around(double[][] rows, boolean hull) {
        int width = rows[0].length;
        if (!hull || width < 2) {
            return box(rows);
        }
        return width == 2 ? new Polygon(rows) : new Hull(rows);
    }

    /** The smallest box around some rows, at least one. */
    static Range box(double[][] rows) {
        double[] low = rows[0].clone();
        double[] high = rows[0].clone();
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                low[j] = Math.min(low[j], row[j]);
                high[j] = Math.max(high[j], row[j]);
            }
        }
        return row -> {
            for (int j = 0; j < row.length; j++) {
                if (!(row[j] >= low[j] - SLACK && row[j] <= high[j] + SLACK)) {
                    return false;
                }
            }
            return true;
        };
    }
}
