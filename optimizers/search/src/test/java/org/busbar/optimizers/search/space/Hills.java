package org.busbar.optimizers.search.space;

import java.util.Optional;
import org.busbar.api.optimize.Acquisition;

/** Worths with one top. */
record Hills(double[] top, boolean sloped) implements Acquisition.Worth {

    static Acquisition.Worth near(double[] top, boolean sloped) {
        return new Hills(top, sloped);
    }

    @Override
    public double[] of(double[][] rows) {
        double[] worths = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < top.length; k++) {
                worths[i] -= (k + 1) * (rows[i][k] - top[k]) * (rows[i][k] - top[k]);
            }
        }
        return worths;
    }

    @Override
    public Optional<Double> climb(double[] row, double[] slope) {
        if (!sloped) {
            return Optional.empty();
        }
        for (int k = 0; k < top.length; k++) {
            slope[k] = -2 * (k + 1) * (row[k] - top[k]);
        }
        return Optional.of(of(new double[][] {row})[0]);
    }
}
