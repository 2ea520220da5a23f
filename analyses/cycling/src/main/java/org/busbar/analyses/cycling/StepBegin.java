package org.busbar.analyses.cycling;

/**
 * Where steps begin by the columns of step and cycle, and which current flowed between the last row of one step and the
 * first of the next.
 *
 * <p>Devices write the last row of a step when it ends: then it is that of the new step. A device that only writes at
 * intervals may have gone on with the old one: so it is where the gap is longer than the interval after it (by half),
 * and not longer than the one before.
 */
final class StepBegin {

    private static final double LONGER = 1.5;

    private final double[] time;
    private final double[] step;
    private final long[] cycles;

    StepBegin(Recording recording, long[] cycles) {
        this.time = recording.column(Recording.TIME);
        this.step = recording.column(Recording.STEP);
        this.cycles = cycles;
    }

    /** Whether a step begins in that row; never where there is no column of the step. */
    boolean at(int row) {
        return step.length > 0 && row > 0 && (step[row] != step[row - 1] || cycles[row] != cycles[row - 1]);
    }

    /** The row whose current holds at {@code end}, one of the two ends of the interval up to {@code row}. */
    int holds(int row, int end) {
        if (!at(row)) {
            return end;
        }
        return goesOn(row) ? row - 1 : row;
    }

    private boolean goesOn(int row) {
        double gap = time[row] - time[row - 1];
        boolean nextKnown = row + 1 < time.length && !at(row + 1);
        boolean lastKnown = row > 1 && !at(row - 1);
        return nextKnown
                && lastKnown
                && gap > LONGER * (time[row + 1] - time[row])
                && gap <= LONGER * (time[row - 1] - time[row - 2]);
    }
}
