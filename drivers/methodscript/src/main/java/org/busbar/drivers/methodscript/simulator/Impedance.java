package org.busbar.drivers.methodscript.simulator;

/**
 * An impedance in Ohm.
 *
 * @param real its real part
 * @param imaginary its imaginary part, negative if it is capacitive
 */
record Impedance(double real, double imaginary) {

    /**
     * Randles' circuit: the electrolyte in series with a constant phase element, beside which a charge transfer
     * resistance and a Warburg impedance of semi-infinite diffusion lie (A. J. Bard, L. R. Faulkner, Electrochemical
     * Methods, 2nd ed., Wiley 2001, section 10.3).
     *
     * @param potential with which the surface is in balance, V
     * @param frequency Hz
     */
    static Impedance of(Chemistry cell, double potential, double frequency) {
        double omega = 2 * Math.PI * frequency;
        double reduced = cell.concentration() * Chemistry.equilibrium(potential);
        double oxidised = cell.concentration() - reduced;
        double warburg = warburg(cell.area(), reduced, oxidised) / Math.sqrt(omega);
        Impedance faradaic = new Impedance(transfer(cell.area(), reduced, oxidised) + warburg, -warburg);
        double admittance = cell.doubleLayer() * Math.pow(omega, Chemistry.EXPONENT);
        double angle = Chemistry.EXPONENT * Math.PI / 2;
        Impedance both = faradaic.inverse().plus(admittance * Math.cos(angle), admittance * Math.sin(angle));
        return both.inverse().plus(cell.resistance(), 0);
    }

    /** Charge transfer resistance, Ohm; concentrations in mol/m3. */
    private static double transfer(double area, double reduced, double oxidised) {
        double exchange = Chemistry.FARADAY * area * Chemistry.RATE * Math.sqrt(reduced * oxidised);
        return Chemistry.THERMAL / exchange;
    }

    /** Warburg coefficient, Ohm s^-1/2. */
    private static double warburg(double area, double reduced, double oxidised) {
        return Chemistry.THERMAL
                / (Chemistry.FARADAY * area * Math.sqrt(2 * Chemistry.DIFFUSION))
                * (1 / reduced + 1 / oxidised);
    }

    private Impedance inverse() {
        double square = real * real + imaginary * imaginary;
        return new Impedance(real / square, -imaginary / square);
    }

    private Impedance plus(double moreReal, double moreImaginary) {
        return new Impedance(real + moreReal, imaginary + moreImaginary);
    }

    double magnitude() {
        return Math.hypot(real, imaginary);
    }
}
