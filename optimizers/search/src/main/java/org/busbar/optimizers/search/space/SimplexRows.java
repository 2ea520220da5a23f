package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.List;

/** The limits of a linear program as rows {@code weights (x - low) <= side} and {@code = side}, upper bounds included. */
final class SimplexRows {

    private record Line(double[] weights, double side, boolean equation) {}

    private final List<Line> lines = new ArrayList<>();
    private final int[] slack;
    private int slacks;

    private SimplexRows(Halfspaces limits) {
        for (int i = 0; i < limits.size(); i++) {
            double[] unit = Vectors.unit(limits.size(), i, 1);
            add(unit, limits.high()[i] - limits.low()[i], limits.high()[i] == limits.low()[i]);
        }
        limits.rows().forEach(row -> add(row, row.sum(limits.low())));
        slack = new int[lines.size()];
        for (int r = 0; r < slack.length; r++) {
            slack[r] = lines.get(r).equation ? -1 : slacks++;
        }
    }

    static SimplexRows of(Halfspaces limits) {
        return new SimplexRows(limits);
    }

    private void add(Halfspaces.Row row, double atLow) {
        if (row.isEquation()) {
            add(row.weights(), row.most() - atLow, true);
            return;
        }
        if (Double.isFinite(row.most())) {
            add(row.weights(), row.most() - atLow, false);
        }
        if (Double.isFinite(row.least())) {
            add(Vectors.times(row.weights(), -1), atLow - row.least(), false);
        }
    }

    private void add(double[] weights, double side, boolean equation) {
        lines.add(new Line(weights, side, equation));
    }

    int size() {
        return lines.size();
    }

    int slacks() {
        return slacks;
    }

    /** Writes a row with a right side of at least 0, and returns the column that is basic in it. */
    int write(int r, double[] row, int variables, int real) {
        Line line = lines.get(r);
        double sign = line.side < 0 ? -1 : 1;
        System.arraycopy(Vectors.times(line.weights, sign), 0, row, 0, variables);
        row[row.length - 1] = sign * line.side;
        if (slack[r] >= 0) {
            row[variables + slack[r]] = sign;
        }
        if (slack[r] >= 0 && sign > 0) {
            return variables + slack[r];
        }
        row[real + r] = 1;
        return real + r;
    }
}
