package org.busbar.analyses.gitt;

import java.util.ArrayList;
import java.util.List;

/**
 * Samples of one cell, cut into steps of constant current.
 *
 * @param time s, never falling
 * @param voltage V
 * @param steps in order, all samples covered
 * @param knowsStart whether it is known when the first step began
 */
record Recording(double[] time, double[] voltage, List<Step> steps, boolean knowsStart) {

    /** Below this part of the largest current there is none. */
    private static final double NO_CURRENT = 1e-4;
    /** A change by more than this part of the largest current begins a step. */
    private static final double SAME_CURRENT = 0.01;

    Recording {
        steps = List.copyOf(steps);
    }

    /**
     * The recording of three columns in s, A and V.
     *
     * @param fromFirstSample whether a current begins with its first sample, not with the last one of the current before
     * @throws IllegalArgumentException if they differ in length, are too short, run backwards, or if no current flows
     */
    static Recording of(String analysis, double[] time, double[] current, double[] voltage, boolean fromFirstSample) {
        Columns.check(analysis, time, current, voltage);
        double largest = Columns.largest(current);
        List<Step> steps = new ArrayList<>();
        for (int from = 0; from < time.length; ) {
            int to = end(current, from, largest);
            steps.add(new Step(start(time, from, fromFirstSample), mean(current, from, to, largest), from, to));
            from = to;
        }
        return begun(time, voltage, steps);
    }

    /** The charge, in A.s, that has flowed when sample {@code index} is taken, from the beginning of the first step. */
    double charge(int index) {
        double charge = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean last = index < step.to();
            double until = last ? time[index] : steps.get(i + 1).start();
            charge += step.current() * (until - step.start());
            if (last) {
                break;
            }
        }
        return charge;
    }

    /** A first current began at test time 0 if its first sample is not later than one interval after. */
    private static Recording begun(double[] time, double[] voltage, List<Step> steps) {
        Step first = steps.get(0);
        boolean fromZero = time[0] >= 0 && time[0] <= time[1] - time[0];
        if (!first.atRest() && fromZero) {
            steps.set(0, new Step(0, first.current(), first.from(), first.to()));
        }
        return new Recording(time, voltage, steps, first.atRest() || fromZero);
    }

    private static double start(double[] time, int from, boolean fromFirstSample) {
        return time[from == 0 || fromFirstSample ? from : from - 1];
    }

    private static int end(double[] current, int from, double largest) {
        int to = from + 1;
        while (to < current.length && alike(current[from], current[to], largest)) {
            to++;
        }
        return to;
    }

    private static boolean alike(double one, double other, double largest) {
        boolean rests = Math.abs(one) < NO_CURRENT * largest;
        boolean otherRests = Math.abs(other) < NO_CURRENT * largest;
        return rests == otherRests && (rests || Math.abs(one - other) <= SAME_CURRENT * largest);
    }

    private static double mean(double[] current, int from, int to, double largest) {
        if (Math.abs(current[from]) < NO_CURRENT * largest) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += current[i];
        }
        return sum / (to - from);
    }
}
