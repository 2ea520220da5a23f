package org.busbar.analyses.cycling;

import java.util.List;
import java.util.Optional;

/**
 * dQ/dV of one half-cycle in order of ascending voltage, positive in both directions.
 *
 * @param voltage V
 * @param charge passed since the half-cycle began, A.h
 * @param slope dQ/dV, A.h/V
 * @param spread see {@link UniformGrid}
 * @param usualMove see {@link HalfCurve#usualMove}
 */
@SuppressWarnings("ArrayRecordComponent") // local to one call, never compared
record IncrementalCurve(double[] voltage, double[] charge, double[] slope, double spread, double usualMove) {

    /** Of no half-cycle. */
    static final IncrementalCurve NONE = new IncrementalCurve(new double[0], new double[0], new double[0], 0, 0);

    /** How the curve is made. */
    record Settings(double spacing, int window, int order, double prominence) {}

    /** The curve of these rows, ascending; empty if they span fewer points than the window. */
    static Optional<IncrementalCurve> of(Recording recording, int[] rows, Direction direction, Settings settings) {
        HalfCurve half = HalfCurve.of(recording, rows, direction, settings.spacing());
        return UniformGrid.of(half, settings.spacing(), settings.window())
                .map(grid -> of(grid, half, settings))
                .map(curve -> direction == Direction.CHARGE ? curve : curve.mirrored());
    }

    private static IncrementalCurve of(UniformGrid grid, HalfCurve half, Settings settings) {
        double[] slope =
                new SavitzkyGolay(settings.window(), settings.order()).derivative(grid.charge(), settings.spacing());
        return new IncrementalCurve(grid.voltage(), grid.charge(), slope, grid.spread(), half.usualMove());
    }

    private IncrementalCurve mirrored() {
        int rows = voltage.length;
        double[][] turned = new double[3][rows];
        for (int i = 0; i < rows; i++) {
            turned[0][i] = -voltage[rows - 1 - i];
            turned[1][i] = charge[rows - 1 - i];
            turned[2][i] = slope[rows - 1 - i];
        }
        return new IncrementalCurve(turned[0], turned[1], turned[2], spread, usualMove);
    }

    /** The peaks above that share of the highest point in prominence. */
    List<Peak> peaks(double share) {
        return Peak.of(voltage, slope, share * highest());
    }

    double highest() {
        double highest = 0;
        for (double here : slope) {
            highest = Math.max(highest, here);
        }
        return highest;
    }

    /** Between the ends of the grid, A.h. */
    double passed() {
        return Math.abs(charge[charge.length - 1] - charge[0]);
    }
}
