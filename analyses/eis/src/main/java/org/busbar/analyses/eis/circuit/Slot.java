package org.busbar.analyses.eis.circuit;

/**
 * One parameter of an element.
 *
 * @param name unique in a circuit, such as {@code R0} or {@code CPE1_alpha}
 * @param unit UCUM code of its numbers
 */
public record Slot(String name, Kind kind, String unit) {

    /** What a parameter is, which decides where its search starts and how it is bounded. */
    public enum Kind {
        RESISTANCE,
        INDUCTANCE,
        /** L of (j&omega;L)<sup>&alpha;</sup>. */
        FRACTIONAL_INDUCTANCE,
        CAPACITANCE,
        /** Q of a constant phase element, its admittance at 1 rad/s. */
        ADMITTANCE,
        /** A of a Warburg element, the real part of its impedance at 1 rad/s. */
        WARBURG,
        TIME,
        EXPONENT
    }

    static Slot resistance(String name) {
        return new Slot(name, Kind.RESISTANCE, "Ohm");
    }

    static Slot time(String name) {
        return new Slot(name, Kind.TIME, "s");
    }

    static Slot exponent(String name) {
        return new Slot(name, Kind.EXPONENT, "1");
    }
}
