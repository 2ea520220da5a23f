package org.busbar.analyses.eis.fit;

import org.busbar.analyses.eis.circuit.Slot;
import org.busbar.analyses.impedance.Spectrum;

/**
 * The largest and smallest numbers of a spectrum, which bound what parameters can mean: beyond its default range a
 * parameter changes nothing that was measured.
 *
 * @param smallest |Z|, Ohm
 * @param largest |Z|, Ohm
 * @param slowest angular frequency, rad/s
 * @param fastest angular frequency, rad/s
 */
record Extent(double smallest, double largest, double slowest, double fastest) {

    private static final double FAR = 1e6;
    private static final Bound EXPONENT = new Bound(0.3, 1);
    private static final Bound ANY_POSITIVE = new Bound(1e-30, 1e30);

    static Extent of(Spectrum spectrum) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int k = 0; k < spectrum.size(); k++) {
            smallest = Math.min(smallest, spectrum.modulus(k));
            largest = Math.max(largest, spectrum.modulus(k));
        }
        return new Extent(smallest, largest, spectrum.omega(spectrum.size() - 1), spectrum.omega(0));
    }

    /** The default range of a parameter. */
    Bound range(Slot.Kind kind) {
        return switch (kind) {
            case RESISTANCE -> around(smallest, largest);
            case WARBURG -> around(smallest * Math.sqrt(slowest), largest * Math.sqrt(fastest));
            case TIME -> around(1 / fastest, 1 / slowest);
            case CAPACITANCE -> around(1 / (fastest * largest), 1 / (slowest * smallest));
            case ADMITTANCE -> around(Math.min(1, 1 / fastest) / largest, Math.max(1, 1 / slowest) / smallest);
            case INDUCTANCE -> new Bound(0, FAR * largest / slowest);
            case FRACTIONAL_INDUCTANCE -> ANY_POSITIVE;
            case EXPONENT -> EXPONENT;
        };
    }

    private static Bound around(double low, double high) {
        return new Bound(low / FAR, high * FAR);
    }
}
