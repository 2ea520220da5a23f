package org.busbar.analyses.drt;

/**
 * Finds x &ge; 0 with the smallest x<sup>T</sup>H x/2 - b<sup>T</sup>x, H positive definite: steps to the minimum over
 * the free unknowns, cut off at 0, after which those at 0 are held; where no free one is negative, those whose slope is
 * above 0 and not below that of their neighbours are freed.
 *
 * <p>Source: D. P. Bertsekas, SIAM J. Control Optim. 20, 221 (1982), doi 10.1137/0320018 (projected Newton); the plain
 * step to the first bound, taken where the cut one does not descend, is that of C. L. Lawson, R. J. Hanson, Solving Least
 * Squares Problems (1974).
 */
final class NonNegative {

    /** What is 0 among slopes, as a part of the largest of b. */
    private static final double LEVEL = 1e-11;
    /** A smaller descent, as a part of the objective, is rounding. */
    private static final double DESCENT = 1e-14;

    private static final int SHORTEST = 6;
    private static final int MOST_ROUNDS = 2_000;

    private final double[] b;
    private final double enough;
    private final double level;
    private Pivots pivots;
    private int exchanges;
    private double[] x;
    private double value;
    private double lowest = Double.POSITIVE_INFINITY;

    private NonNegative(Pivots pivots, double[] b, double[] x, double enough) {
        this.pivots = pivots;
        this.b = b;
        this.enough = enough;
        this.level = LEVEL * largest(b);
        this.x = x;
        this.value = pivots.objective(x, b);
    }

    /** A solution and the normal equations solved for what is not 0 in it. */
    record Found(double[] x, Pivots pivots) {}

    /**
     * The solution.
     *
     * @param pivots solved for what is not 0 in {@code x}; used up
     * @param x where the search starts, none negative
     * @param enough the search ends where the objective fell by less
     * @throws IllegalArgumentException if it is not found in 2000 rounds
     */
    static Found solve(Pivots pivots, double[] b, double[] x, double enough) {
        NonNegative search = new NonNegative(pivots, b, x, enough);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!search.improve()) {
                return new Found(search.x, search.pivots);
            }
        }
        throw new IllegalArgumentException("drt: no_convergence: no distribution without negative parts was found in "
                + MOST_ROUNDS + " rounds; give a larger lambda or fewer points_per_decade");
    }

    /** The solution, from nothing free. */
    static Found solve(double[][] h, double[] b) {
        return solve(Pivots.of(h), b, new double[b.length], 0);
    }

    private boolean improve() {
        double[] state = pivots.solution(b);
        double first = firstBound(state);
        if (first < 1) {
            step(state, first);
            return true;
        }
        x = at(state, 1);
        value = pivots.objective(x, b);
        boolean lower = value < lowest - Math.max(enough, DESCENT * Math.abs(value));
        lowest = Math.min(lowest, value);
        return lower && free(state);
    }

    /** How far to go towards the state until an unknown becomes 0; 1 if none does. */
    private double firstBound(double[] state) {
        double first = 1;
        for (int i = 0; i < x.length; i++) {
            if (pivots.isFree(i) && state[i] < 0) {
                first = Math.min(first, x[i] / (x[i] - state[i]));
            }
        }
        return first;
    }

    private void step(double[] state, double first) {
        double length = 1;
        double[] next = at(state, length);
        double there = pivots.objective(next, b);
        for (int i = 0; i < SHORTEST && there >= value && length > first; i++) {
            length /= 2;
            next = at(state, length);
            there = pivots.objective(next, b);
        }
        boolean plain = there >= value || length < first;
        next = plain ? at(state, first) : next;
        value = plain ? pivots.objective(next, b) : there;
        hold(next, state);
    }

    /** From x towards the state, cut off at 0; what is held is 0. */
    private double[] at(double[] state, double length) {
        double[] next = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            next[i] = pivots.isFree(i) ? Math.max(0, x[i] + length * (state[i] - x[i])) : 0;
        }
        return next;
    }

    private void hold(double[] next, double[] state) {
        int held = 0;
        for (int i = 0; i < next.length; i++) {
            if (pivots.isFree(i) && next[i] <= 0 && state[i] < 0) {
                exchange(i);
                held++;
            }
        }
        x = next;
        if (held == 0) {
            holdNearest(state);
        }
    }

    /** Rounding left a little of the unknown that sets the length of the plain step. */
    private void holdNearest(double[] state) {
        int nearest = -1;
        for (int i = 0; i < x.length; i++) {
            boolean falls = pivots.isFree(i) && state[i] < 0;
            nearest = falls && (nearest < 0 || x[i] < x[nearest]) ? i : nearest;
        }
        x[nearest] = 0;
        exchange(nearest);
    }

    private boolean free(double[] slope) {
        boolean any = false;
        boolean[] before = new boolean[slope.length];
        for (int i = 0; i < slope.length; i++) {
            before[i] = pivots.isFree(i);
        }
        for (int i = 0; i < slope.length; i++) {
            boolean left = i > 0 && !before[i - 1] && slope[i - 1] > slope[i];
            boolean right = i + 1 < slope.length && !before[i + 1] && slope[i + 1] > slope[i];
            if (!before[i] && slope[i] > level && !left && !right) {
                exchange(i);
                any = true;
            }
        }
        return any;
    }

    private void exchange(int i) {
        pivots.exchange(i);
        exchanges++;
        if (exchanges % (2 * pivots.size()) == 0) {
            pivots = pivots.renewed();
        }
    }

    private static double largest(double[] numbers) {
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }
}
