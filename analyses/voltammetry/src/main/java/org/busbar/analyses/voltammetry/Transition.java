package org.busbar.analyses.voltammetry;

import java.util.Optional;
import org.busbar.api.Quantity;

/**
 * Where the potential runs away because the reactant at the electrode is used up: the steepest slope after the flattest.
 *
 * @param time s since the current was switched on
 * @param error s, from the distance of the rows and the width of the window
 */
record Transition(CurrentStep step, double time, double error) {

    /** The slope at the transition is at least so many times that of the plateau before. */
    private static final double STEEP = 5;
    /** And at least so many times the mean slope of the step. */
    private static final double ABOVE_MEAN = 3;
    /** Share of the rows at each end that is not looked at. */
    private static final double EDGE = 0.02;

    static Optional<Transition> of(CurrentStep step, double smoothing) {
        Trace trace = step.trace();
        double[] slopes = SavitzkyGolay.of(
                        trace.time(), trace.potential(), SavitzkyGolay.reach(smoothing, trace.size()))
                .slopes();
        int edge = Math.max(2, (int) (EDGE * slopes.length));
        double direction = Math.signum(trace.potential()[trace.size() - 1] - trace.potential()[0]);
        double mean = (trace.potential()[trace.size() - 1] - trace.potential()[0])
                / (trace.time()[trace.size() - 1] - trace.time()[0]);
        int steepest = steepest(slopes, edge, direction);
        if (steepest >= 0 && Math.abs(slopes[steepest]) < ABOVE_MEAN * Math.abs(mean)) {
            return Optional.empty();
        }
        return steepest < 0 ? Optional.empty() : Optional.of(at(step, slopes, steepest));
    }

    /** The row of the largest rise above the lowest slope before it; -1 if there is none that is steep enough. */
    private static int steepest(double[] slopes, int edge, double direction) {
        int found = -1;
        double best = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = edge; i < slopes.length - edge; i++) {
            double slope = direction * slopes[i];
            lowest = Math.min(lowest, slope);
            if (slope - lowest > best && slope > STEEP * lowest) {
                best = slope - lowest;
                found = i;
            }
        }
        return found >= slopes.length - edge - 1 ? -1 : found;
    }

    private static Transition at(CurrentStep step, double[] slopes, int row) {
        double[] time = step.trace().time();
        double before = Math.abs(slopes[row - 1]);
        double middle = Math.abs(slopes[row]);
        double after = Math.abs(slopes[row + 1]);
        double bend = before - 2 * middle + after;
        double shift = bend == 0 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend)));
        double spacing = (time[row + 1] - time[row - 1]) / 2;
        return new Transition(step, time[row] + shift * spacing - step.start(), spacing / Math.sqrt(3));
    }

    /** D = 4 i^2 tau/(pi (n F A c)^2) (H. J. S. Sand, Phil. Mag. 1, 45, 1901, doi 10.1080/14786440109462590). */
    Quantity diffusivity(Electrode electrode) {
        double root = 2 * step.current() * Math.sqrt(time / Math.PI) / electrode.charge();
        double fromTime = error / time;
        double fromCurrent = 2 * step.currentError() / Math.abs(step.current());
        double relative = Math.hypot(Math.hypot(fromTime, fromCurrent), 2 * electrode.relative());
        return Quantity.of(root * root, root * root * relative, "m2/s");
    }
}
