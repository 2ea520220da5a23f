package org.busbar.analyses.drt;

import java.util.Arrays;

/**
 * A distribution with R<sub>inf</sub> and L for one &lambda;.
 *
 * @param pivots the normal equations, solved for what is not 0; not to be changed
 * @param x the unknowns of {@link Equations}, none negative
 * @param freedom how many parameters the solution is worth: the trace of the matrix that makes fitted from measured rows
 */
record Solution(Equations equations, double lambda, Pivots pivots, double[] x, double freedom) {

    Grid grid() {
        return equations.grid();
    }

    /** Ohm; a fresh array. */
    double[] gamma() {
        return Arrays.stream(x, 0, grid().size())
                .map(part -> part * equations.scale())
                .toArray();
    }

    /** R<sub>inf</sub>, Ohm. */
    double resistance() {
        return x[grid().size()] * equations.scale();
    }

    /** L, H. */
    double inductance() {
        return x[grid().size() + 1] * equations.scale() / equations.spectrum().omega(0);
    }

    /** The area of the distribution, Ohm. */
    double polarisation() {
        return grid().area(gamma(), 0, grid().size());
    }

    /** Weighted rows, measured minus fitted; a fresh array. */
    double[] residuals() {
        double[] fitted = equations.values(x);
        double[] rest = equations.target();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= fitted[i];
        }
        return rest;
    }

    /** The standard deviation of the noise of one weighted row. */
    double noise() {
        return Math.sqrt(squares() / rows() * inflation());
    }

    /** The variance of noise over that of residuals: rows over rows less {@link #freedom}. */
    double inflation() {
        return rows() / Math.max(1, rows() - freedom);
    }

    /** The score of generalised cross-validation. */
    double score() {
        return squares() * inflation() * inflation() / rows();
    }

    private double rows() {
        return 2.0 * equations.spectrum().size();
    }

    private double squares() {
        double sum = 0;
        for (double residual : residuals()) {
            sum += residual * residual;
        }
        return sum;
    }
}
