package org.busbar.analyses.drt;

import org.busbar.analyses.impedance.Spectrum;

/**
 * Time constants evenly spaced in logarithm, from a decade below 1/&omega;<sub>max</sub> to a decade above
 * 1/&omega;<sub>min</sub>.
 *
 * @param tau s, rising
 * @param perDecade how many steps make a factor of ten
 */
record Grid(double[] tau, int perDecade) {

    private static final int MARGIN = 1;
    private static final int MOST = 1000;

    /**
     * The grid for this spectrum.
     *
     * @throws IllegalArgumentException if it had more than 1000 time constants
     */
    static Grid of(Spectrum spectrum, int perDecade) {
        int steps = (int) Math.ceil(perDecade * (spectrum.decades() + 2 * MARGIN) - 1e-6);
        if (steps >= MOST) {
            throw new IllegalArgumentException("drt: " + perDecade + " points_per_decade over " + spectrum.decades()
                    + " decades of frequency need " + (steps + 1) + " time constants, at most " + MOST
                    + " are possible; give fewer points_per_decade or a narrower spectrum");
        }
        double[] tau = new double[steps + 1];
        for (int k = 0; k <= steps; k++) {
            tau[k] = StrictMath.pow(10, -MARGIN + (double) k / perDecade) / spectrum.omega(0);
        }
        return new Grid(tau, perDecade);
    }

    int size() {
        return tau.length;
    }

    /** The distance of neighbours in ln &tau;. */
    double step() {
        return StrictMath.log(10) / perDecade;
    }

    /** The area under a distribution from node {@code from} to before node {@code to}. */
    double area(double[] gamma, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += gamma[k];
        }
        return sum * step();
    }
}
