package org.busbar.analyses.cycling;

import java.util.Arrays;

/**
 * Charge against voltage in one half-cycle, up to where its last voltage is first reached: what a constant-voltage phase
 * adds is left out.
 *
 * @param progress voltage of each row, V, or minus it in discharge, so that it rises
 * @param charge passed since the half-cycle began, A.h, never falling
 */
@SuppressWarnings("ArrayRecordComponent") // local to one call, never compared
record HalfCurve(double[] progress, double[] charge) {

    /** These rows, ascending; {@code spacing}, V, is how near to the last voltage counts as there. */
    static HalfCurve of(Recording recording, int[] rows, Direction direction, double spacing) {
        double[] time = recording.column(Recording.TIME);
        double[] current = recording.column(Recording.CURRENT);
        double[] voltage = recording.column(Recording.VOLTAGE);
        double sign = direction == Direction.CHARGE ? 1 : -1;
        double[] progress = new double[rows.length];
        double[] charge = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            int i = rows[k];
            progress[k] = sign * voltage[i];
            if (k > 0) {
                double mean = rows[k - 1] == i - 1 ? Math.abs(current[i] + current[i - 1]) / 2 : 0;
                charge[k] = charge[k - 1] + mean * (time[i] - time[i - 1]) / 3600;
            }
        }
        return new HalfCurve(progress, charge).withoutHold(spacing);
    }

    private HalfCurve withoutHold(double spacing) {
        double highest = Arrays.stream(progress).max().orElse(0);
        int rows = 0;
        while (rows < progress.length && progress[rows] < highest - spacing) {
            rows++;
        }
        int kept = Math.min(progress.length, rows + 1);
        return new HalfCurve(Arrays.copyOf(progress, kept), Arrays.copyOf(charge, kept));
    }

    /** The median of how far the voltage moves from row to row, V; 0 if there is one row. */
    double usualMove() {
        double[] moves = new double[Math.max(1, progress.length - 1)];
        for (int i = 1; i < progress.length; i++) {
            moves[i - 1] = Math.abs(progress[i] - progress[i - 1]);
        }
        Arrays.sort(moves);
        return moves[moves.length / 2];
    }

    /** The charge at {@code at} when it is first reached, for ascending {@code at}. */
    double[] first(double[] at) {
        double[] charges = new double[at.length];
        int row = 0;
        for (int k = 0; k < at.length; k++) {
            while (row < progress.length - 1 && progress[row] < at[k]) {
                row++;
            }
            charges[k] = row == 0 ? charge[0] : between(row - 1, at[k]);
        }
        return charges;
    }

    /** The charge at {@code at} when it is left for good, for ascending {@code at}. */
    double[] last(double[] at) {
        double[] charges = new double[at.length];
        int row = progress.length - 1;
        for (int k = at.length - 1; k >= 0; k--) {
            while (row > 0 && progress[row] >= at[k]) {
                row--;
            }
            charges[k] = progress[row] >= at[k] || row == progress.length - 1 ? charge[row] : between(row, at[k]);
        }
        return charges;
    }

    /** On the straight line from {@code row} to the next one, or at its upper end. */
    private double between(int row, double at) {
        double share = Math.min(1, (at - progress[row]) / (progress[row + 1] - progress[row]));
        return charge[row] + share * (charge[row + 1] - charge[row]);
    }
}
