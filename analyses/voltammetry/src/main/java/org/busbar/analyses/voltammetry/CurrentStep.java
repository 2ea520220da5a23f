package org.busbar.analyses.voltammetry;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of constant current.
 *
 * @param number from 1
 * @param trace its rows
 * @param start s, where the current was switched on: between the row before and the first one, or the first one
 */
record CurrentStep(int number, Trace trace, double start) {

    /** Change of current, relative to the largest, that begins another step. */
    private static final double CHANGE = 0.02;

    private static final int FEWEST = 10;

    /** The steps with a current, in order of time. */
    static List<CurrentStep> of(Trace trace) {
        double largest = 0;
        for (double current : trace.current()) {
            largest = Math.max(largest, Math.abs(current));
        }
        List<CurrentStep> steps = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= trace.size(); i++) {
            boolean ends =
                    i == trace.size() || Math.abs(trace.current()[i] - trace.current()[first]) > CHANGE * largest;
            if (ends && i - first >= FEWEST && Math.abs(trace.current()[first]) > CHANGE * largest) {
                steps.add(new CurrentStep(steps.size() + 1, trace.part(first, i - 1), start(trace, first)));
            }
            first = ends ? i : first;
        }
        return steps;
    }

    private static double start(Trace trace, int first) {
        return first == 0 ? trace.time()[0] : (trace.time()[first - 1] + trace.time()[first]) / 2;
    }

    /** Mean current, A. */
    double current() {
        double sum = 0;
        for (double current : trace.current()) {
            sum += current;
        }
        return sum / trace.size();
    }

    /** Standard deviation of the current, A. */
    double currentError() {
        double mean = current();
        double squares = 0;
        for (double current : trace.current()) {
            squares += (current - mean) * (current - mean);
        }
        return Math.sqrt(squares / trace.size());
    }

    double end() {
        return trace.time()[trace.size() - 1];
    }
}
