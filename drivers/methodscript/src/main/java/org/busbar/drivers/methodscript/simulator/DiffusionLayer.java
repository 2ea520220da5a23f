package org.busbar.drivers.methodscript.simulator;

import java.util.Arrays;

/**
 * A couple of two dissolved substances in front of a flat electrode: diffusion in one dimension, by finite volumes on a
 * grid that widens with the distance, implicit in time (backward Euler; D. Britz, J. Strutwolf, Digital Simulation in
 * Electrochemistry, 4th ed., Springer 2016). Both diffuse alike, so the share of the reduced one says all.
 *
 * <p>Not safe for use by many threads.
 */
final class DiffusionLayer {

    /**
     * What flows to the electrode at the end of a time step, m/s, as a function of the share {@code s} at its surface:
     * {@code offset - slope s}. Times the concentration it is mol/(m2 s) of the reduced substance.
     */
    record Flux(double offset, double slope) {

        double at(double share) {
            return offset - slope * share;
        }
    }

    /** Width of the first cell, m. */
    private static final double FIRST = 1e-7;

    private static final double WIDENING = 1.1;

    /** Beyond that convection keeps the solution mixed, m. */
    private static final double THICKNESS = 5e-4;

    private final double diffusion;
    private final double[] width;
    private final double[] share;
    private final double[] own;
    private final double[] passed;

    /**
     * @param diffusion coefficient, m2/s
     * @param bulk share of the reduced substance in the solution, 0 to 1
     */
    DiffusionLayer(double diffusion, double bulk) {
        this.diffusion = diffusion;
        int cells = (int) Math.ceil(Math.log(1 + THICKNESS * (WIDENING - 1) / FIRST) / Math.log(WIDENING));
        width = new double[cells];
        share = new double[cells + 1];
        own = new double[cells + 1];
        passed = new double[cells + 1];
        for (int i = 0; i < cells; i++) {
            width[i] = FIRST * Math.pow(WIDENING, i);
        }
        Arrays.fill(share, bulk);
    }

    /** Prepares a step of so many seconds; {@link #take} takes it. */
    Flux prepare(double seconds) {
        int last = width.length;
        own[last] = share[last];
        passed[last] = 0;
        for (int i = last - 1; i >= 1; i--) {
            double store = (width[i - 1] + width[i]) / 2 / seconds;
            double inner = diffusion / width[i - 1];
            double outer = diffusion / width[i];
            double sum = store + inner + outer * (1 - passed[i + 1]);
            own[i] = (store * share[i] + outer * own[i + 1]) / sum;
            passed[i] = inner / sum;
        }
        double surface = width[0] / 2 / seconds;
        double toSurface = diffusion / width[0];
        return new Flux(toSurface * own[1] + surface * share[0], toSurface * (1 - passed[1]) + surface);
    }

    /** Takes the step just prepared, at the end of which the share at the surface is {@code surface}. */
    void take(double surface) {
        share[0] = surface;
        for (int i = 1; i < share.length; i++) {
            share[i] = own[i] + passed[i] * share[i - 1];
        }
    }
}
