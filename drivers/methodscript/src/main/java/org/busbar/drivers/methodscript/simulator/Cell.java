package org.busbar.drivers.methodscript.simulator;

/**
 * An electrochemical cell with a state: a reversible redox couple that diffuses, a double layer that is charged, and the
 * resistance of the electrolyte in series with both. Oxidation currents are positive.
 *
 * <p>Not safe for use by many threads.
 */
final class Cell {

    /** A time span is cut into so many steps. */
    private static final int STEPS = 20;

    /** Each step is so much longer than the one before, since most happens at the beginning. */
    private static final double LENGTHENING = 1.25;

    /** Halvings of 20 V, down to the last digit. */
    private static final int HALVINGS = 64;

    private static final double WIDEST = 10;

    private final Chemistry chemistry;
    private final DiffusionLayer layer;
    private double surface;

    Cell(Chemistry chemistry) {
        this.chemistry = chemistry;
        layer = new DiffusionLayer(Chemistry.DIFFUSION, chemistry.reduced());
        surface = chemistry.rest();
    }

    /** Holds a potential in V for so many seconds; gives the current in A at the end. */
    double hold(double potential, double seconds) {
        double conductance = 1 / chemistry.resistance();
        pass(potential, conductance, seconds);
        return conductance * (potential - surface);
    }

    /** Leaves the cell alone for so many seconds; gives its potential in V at the end. */
    double rest(double seconds) {
        pass(0, 0, seconds);
        return surface;
    }

    private void pass(double potential, double conductance, double seconds) {
        double length = seconds * (LENGTHENING - 1) / (Math.pow(LENGTHENING, STEPS) - 1);
        for (int i = 0; i < STEPS; i++) {
            step(potential, conductance, length);
            length *= LENGTHENING;
        }
    }

    /** The interface takes the potential at which the current through the electrolyte is what it consumes. */
    private void step(double potential, double conductance, double seconds) {
        DiffusionLayer.Flux flux = layer.prepare(seconds);
        double low = -WIDEST;
        double high = WIDEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double charging = chemistry.doubleLayer() * (middle - surface) / seconds;
            double faradaic = chemistry.current(flux.at(Chemistry.equilibrium(middle)));
            if (conductance * (potential - middle) > charging + faradaic) {
                low = middle;
            } else {
                high = middle;
            }
        }
        surface = (low + high) / 2;
        layer.take(Chemistry.equilibrium(surface));
    }

    /** Its impedance while it is in balance with a potential in V. */
    Impedance impedance(double potential, double frequency) {
        return Impedance.of(chemistry, potential, frequency);
    }
}
