package org.busbar.drivers.simdropletcell;

/**
 * Schwefel's function of two variables, f(x) = 418.9829 · 2 - Σ xᵢ sin √|xᵢ| on [-500, 500]²: many valleys, the deepest
 * (0 but for rounding) at 420.9687 twice, far from the next (H.-P. Schwefel, Numerical Optimization of Computer Models,
 * Wiley 1981; in this form H. Mühlenbein et al., Parallel Computing 17 (1991) 619).
 */
final class Schwefel {

    /** Half the width of the domain. */
    static final double HALF = 500;

    private static final double OFFSET = 418.9829;

    private Schwefel() {}

    /** The value at two numbers from -500 to 500. */
    static double at(double x, double y) {
        return 2 * OFFSET - (term(x) + term(y)); // the same to the bit with x and y exchanged
    }

    /** The value at a place of a plate whose edges, from 0 to {@code plate}, are those of the domain. */
    static double onPlate(double x, double y, double plate) {
        return at(domain(x, plate), domain(y, plate));
    }

    private static double domain(double place, double plate) {
        return HALF * (2 * place / plate - 1);
    }

    private static double term(double x) {
        return x * Math.sin(Math.sqrt(Math.abs(x)));
    }
}
