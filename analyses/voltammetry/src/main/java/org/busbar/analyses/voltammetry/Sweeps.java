package org.busbar.analyses.voltammetry;

import java.util.ArrayList;
import java.util.List;

/** Splits a voltammogram where the smoothed dE/dt changes its sign. */
final class Sweeps {

    /** A stretch over less than this part of the potential range is noise, not a sweep. */
    private static final double LEAST_SPAN = 0.05;

    private static final int FEWEST = 10;

    private Sweeps() {}

    /**
     * The sweeps in order of time; neighbours share the row at which the potential turns.
     *
     * @throws IllegalArgumentException if the potential does not move
     */
    static List<Sweep> of(String analysis, Trace trace, double smoothing) {
        if (!(trace.span() > 0)) {
            throw new IllegalArgumentException(analysis + ": potential is " + trace.potential()[0]
                    + " V in all rows; a voltammogram needs a sweep of the potential");
        }
        List<Integer> turns = turns(trace, SavitzkyGolay.reach(smoothing / 2, trace.size()));
        List<Sweep> sweeps = new ArrayList<>();
        for (int i = 1; i < turns.size(); i++) {
            Trace part = trace.part(turns.get(i - 1), turns.get(i));
            if (part.size() >= FEWEST) {
                sweeps.add(Sweep.of(sweeps.size() + 1, part, smoothing));
            }
        }
        if (sweeps.isEmpty()) {
            throw new IllegalArgumentException(analysis + ": no sweep of " + FEWEST + " rows or more was found in "
                    + trace.size() + " rows; give the whole record");
        }
        return List.copyOf(sweeps);
    }

    /** First row, the rows of the extremes between sweeps, last row. */
    private static List<Integer> turns(Trace trace, int reach) {
        double[] slopes =
                SavitzkyGolay.of(trace.time(), trace.potential(), reach).slopes();
        double least = LEAST_SPAN * trace.span();
        List<Integer> turns = new ArrayList<>(List.of(0));
        int extreme = 0;
        double direction = 0;
        for (int i = 0; i < slopes.length; i++) {
            double moved = trace.potential()[i] - trace.potential()[extreme];
            if (direction == 0 && Math.abs(moved) > least) {
                direction = Math.signum(moved);
                extreme = i;
            } else if (direction != 0 && moved * direction >= 0) {
                extreme = i;
            } else if (direction != 0 && slopes[i] * direction < 0 && Math.abs(moved) > least) {
                turns.add(extreme);
                direction = -direction;
                extreme = i;
            }
        }
        turns.add(trace.size() - 1);
        return turns;
    }
}
