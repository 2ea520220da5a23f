package org.busbar.analyses.cycling;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A sudden change between two constant currents.
 *
 * @param row the first at the new current
 * @param rows from there, at that current
 * @param change of the current, A
 */
record CurrentStep(Recording recording, int row, int rows, double change) {

    /** s; sums of times round. */
    private static final double SLACK = 1e-6;

    /** Of the change: within this a current is constant. */
    private static final double CONSTANT = 0.02;

    /** The changes by at least {@code least}, A, in order of time. */
    static List<CurrentStep> of(Recording recording, double least) {
        double[] current = recording.column(Recording.CURRENT);
        List<CurrentStep> steps = new ArrayList<>();
        for (int i = 2; i < current.length - 1; i++) {
            double change = current[i] - current[i - 1];
            double tolerance = CONSTANT * Math.abs(change);
            if (Math.abs(change) >= least && Math.abs(current[i - 1] - current[i - 2]) <= tolerance) {
                steps.add(new CurrentStep(recording, i, constant(current, i, tolerance), change));
            }
        }
        return steps.stream().filter(step -> step.rows > 1).toList();
    }

    private static int constant(double[] current, int row, double tolerance) {
        int end = row;
        while (end < current.length && Math.abs(current[end] - current[row]) <= tolerance) {
            end++;
        }
        return end - row;
    }

    /** When the last row before it was taken, s: the current changed then, or up to {@link #gap} later. */
    double time() {
        return recording.column(Recording.TIME)[row - 1];
    }

    /** To the first row after it, s. */
    double gap() {
        return recording.column(Recording.TIME)[row] - time();
    }

    /**
     * (V(t) - V(0-))/change {@code seconds} after {@link #time}, V between two rows on a straight line; empty if the
     * gap is longer or the current changes before.
     */
    OptionalDouble resistance(double seconds) {
        double[] time = recording.column(Recording.TIME);
        double[] voltage = recording.column(Recording.VOLTAGE);
        double at = time() + seconds - SLACK;
        int next = row;
        while (next < row + rows && time[next] < at) {
            next++;
        }
        if (gap() > seconds || next == row + rows) {
            return OptionalDouble.empty();
        }
        double share = next == row ? 1 : (at - time[next - 1]) / (time[next] - time[next - 1]);
        double before = next == row ? voltage[row] : voltage[next - 1];
        double then = before + share * (voltage[next] - before);
        return OptionalDouble.of((then - voltage[row - 1]) / change);
    }
}
