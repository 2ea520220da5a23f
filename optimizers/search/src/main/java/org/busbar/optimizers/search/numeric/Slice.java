package org.busbar.optimizers.search.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Draws from a density by slice sampling, one coordinate after the other.
 *
 * <p>R. M. Neal, Ann. Stat. 31 (2003) 705, doi:10.1214/aos/1056562461: stepping out by at most eight widths, split at
 * random between the sides as the method demands, then shrinkage, at most 30 times, after which the point stays.
 */
public final class Slice {

    private static final int STEPS = 8;
    private static final int SHRINKAGES = 30;

    private final ToDoubleFunction<double[]> logDensity;
    private final double[] width;
    private final Keyed keyed;
    private final double[] x;
    private double height;

    private Slice(ToDoubleFunction<double[]> logDensity, double[] start, double[] width, Keyed keyed) {
        this.logDensity = logDensity;
        this.width = width;
        this.keyed = keyed;
        this.x = start.clone();
        this.height = logDensity.applyAsDouble(x.clone());
        if (!Double.isFinite(height)) {
            throw new IllegalArgumentException(
                    "The log-density at the start is " + height + "; start slice sampling where it is finite");
        }
    }

    /**
     * Draws points.
     *
     * @param logDensity up to a constant; NaN counts as minus infinity; must not keep or change its argument
     * @param start a point where the log-density is finite; not changed
     * @param width of the first interval for each coordinate, in its unit, above 0; about the spread of the density
     * @param burnIn so many sweeps over all coordinates come before the first draw
     * @param draws how many points to return
     * @param thin one draw every so many sweeps, at least 1
     * @param keyed gives the random numbers
     * @throws IllegalArgumentException if lengths differ, a width is not above 0, a count is out of range, or the
     *     log-density at the start is not finite
     */
    public static List<double[]> draw(
            ToDoubleFunction<double[]> logDensity,
            double[] start,
            double[] width,
            int burnIn,
            int draws,
            int thin,
            Keyed keyed) {
        check(start, width, burnIn, draws, thin);
        Slice slice = new Slice(logDensity, start, width.clone(), keyed);
        slice.sweep(burnIn);
        List<double[]> drawn = new ArrayList<>();
        for (int i = 0; i < draws; i++) {
            slice.sweep(thin);
            drawn.add(slice.x.clone());
        }
        return drawn;
    }

    private static void check(double[] start, double[] width, int burnIn, int draws, int thin) {
        if (start.length != width.length) {
            throw new IllegalArgumentException("The start has " + start.length + " coordinates but there are "
                    + width.length + " widths; give as many");
        }
        for (double one : width) {
            if (!(one > 0)) {
                throw new IllegalArgumentException(
                        "Slice width " + one + " is not above 0; give about the spread of the density");
            }
        }
        if (burnIn < 0 || draws < 0 || thin < 1) {
            throw new IllegalArgumentException("Burn-in " + burnIn + ", draws " + draws + ", thinning " + thin
                    + ": the first two must be 0 or more, the last 1 or more");
        }
    }

    private void sweep(int times) {
        for (int t = 0; t < times; t++) {
            for (int i = 0; i < x.length; i++) {
                move(i);
            }
        }
    }

    private void move(int i) {
        double level = height - keyed.exponential();
        double here = x[i];
        double low = here - width[i] * keyed.uniform();
        double high = low + width[i];
        int left = keyed.below(STEPS + 1);
        for (int k = 0; k < left && density(i, low) > level; k++) {
            low -= width[i];
        }
        for (int k = left; k < STEPS && density(i, high) > level; k++) {
            high += width[i];
        }
        shrink(i, level, here, low, high);
    }

    private void shrink(int i, double level, double here, double low, double high) {
        double from = low;
        double to = high;
        for (int k = 0; k < SHRINKAGES; k++) {
            double proposed = from + keyed.uniform() * (to - from);
            double there = density(i, proposed);
            if (there > level) {
                height = there;
                return;
            }
            from = proposed < here ? proposed : from;
            to = proposed < here ? to : proposed;
        }
        x[i] = here;
    }

    /** Moves coordinate i there and returns the log-density. */
    private double density(int i, double value) {
        x[i] = value;
        double found = logDensity.applyAsDouble(x.clone());
        return Double.isNaN(found) ? Double.NEGATIVE_INFINITY : found;
    }
}
