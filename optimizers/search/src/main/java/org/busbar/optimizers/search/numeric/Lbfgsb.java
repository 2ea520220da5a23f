package org.busbar.optimizers.search.numeric;

/**
 * Finds a local minimum within box bounds by L-BFGS-B.
 *
 * <p>Quadratic model from the last ten steps in compact form, generalized Cauchy point, minimisation over the free
 * variables, and a strong-Wolfe line search. A bound may be infinite, and both bounds of a variable may be equal. The
 * values of accepted points never rise. Every point at which the function is asked lies within the bounds.
 *
 * <p>Sources: R. H. Byrd, P. Lu, J. Nocedal, C. Zhu, SIAM J. Sci. Comput. 16 (1995) 1190, doi:10.1137/0916069; the
 * projection in the subspace step from J. L. Morales, J. Nocedal, ACM Trans. Math. Softw. 38 (2011) 7,
 * doi:10.1145/2049662.2049669.
 */
public final class Lbfgsb {

    private static final double SLOPE_TOLERANCE = 1e-5;
    private static final double VALUE_TOLERANCE = 2.2e-9;

    private Lbfgsb() {}

    /**
     * Where a search ended.
     *
     * @param x the best point seen, within the bounds; the caller's own array
     * @param value the function there; positive infinity if it has no finite value at the start
     * @param evaluations how often the function was asked
     * @param converged whether a tolerance was met, or nothing but rounding error was left to gain; false at the
     *     limit of iterations and where the search is stuck
     */
    public record Minimum(double[] x, double value, int evaluations, boolean converged) {}

    /**
     * Minimises to an accuracy that suits fits and acquisitions: projected gradient below 1e-5 or relative gain of an
     * iteration below 2.2e-9.
     *
     * @param f the function; NaN and infinite values count as infinitely bad and shorten the step
     * @param start where to begin, moved into the bounds first; not changed
     * @param low lower bounds, {@code -Infinity} for none
     * @param high upper bounds, {@code +Infinity} for none
     * @param iterations at most so many iterations, each of mostly one or two evaluations
     * @throws IllegalArgumentException if lengths differ, a bound or the start is NaN, or low exceeds high
     */
    public static Minimum minimize(Sloped f, double[] start, double[] low, double[] high, int iterations) {
        return minimize(f, start, low, high, iterations, SLOPE_TOLERANCE, VALUE_TOLERANCE);
    }

    /**
     * Minimises to a chosen accuracy.
     *
     * @param slopeTolerance converged once no element of the projected gradient exceeds this, in units of the slope
     * @param valueTolerance converged once an iteration gains no more than this part of max(|value|, 1); 0 for never
     * @see #minimize(Sloped, double[], double[], double[], int)
     */
    public static Minimum minimize(
            Sloped f,
            double[] start,
            double[] low,
            double[] high,
            int iterations,
            double slopeTolerance,
            double valueTolerance) {
        Box box = new Box(low, high);
        Descent descent = new Descent(f, box, box.clamp(start));
        return descent.run(iterations, slopeTolerance, valueTolerance);
    }
}
