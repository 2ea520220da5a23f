package org.busbar.drivers.methodscript.simulator;

/**
 * What is in the cell.
 *
 * @param concentration of the redox couple, both forms together, mol/m3
 * @param area of the electrode, m2
 * @param resistance of the electrolyte that is not compensated, Ohm
 * @param reduced share of the reduced form in the bulk, 0 to 1
 */
record Chemistry(double concentration, double area, double resistance, double reduced) {

    /** Formal potential of the couple against the reference electrode, V. */
    static final double FORMAL_POTENTIAL = 0.2;

    /** Of both forms, m2/s; about that of ferrocyanide in water. */
    static final double DIFFUSION = 7e-10;

    /** Of the double layer, F/m2. */
    static final double CAPACITANCE = 0.2;

    /** Of the double layer as a constant phase element. */
    static final double EXPONENT = 0.9;

    /** Standard rate of the couple, m/s. */
    static final double RATE = 1e-4;

    static final double FARADAY = 96_485.33212;

    /** RT/F at 25 Cel, V. */
    static final double THERMAL = 8.314462618 * 298.15 / FARADAY;

    /** Share of the reduced form that is in equilibrium with a potential in V (Nernst). */
    static double equilibrium(double potential) {
        return 1 / (1 + Math.exp((potential - FORMAL_POTENTIAL) / THERMAL));
    }

    /** Potential at which nothing happens in a fresh solution, V. */
    double rest() {
        return FORMAL_POTENTIAL + THERMAL * Math.log((1 - reduced) / reduced);
    }

    /** Capacitance of the double layer, F. */
    double doubleLayer() {
        return CAPACITANCE * area;
    }

    /** Current in A that flows if so much of the concentration reaches the electrode each second. */
    double current(double metersPerSecond) {
        return FARADAY * area * concentration * metersPerSecond;
    }
}
