package org.busbar.analyses.conductivity;

import java.util.Locale;

/** Says why a spectrum is not that of an electrolyte between blocking electrodes, and what to look at. */
final class Refusal {

    private Refusal() {}

    /** Capacitive throughout: R cannot be told from 0. */
    static IllegalArgumentException noResistance(String number, Spectrum spectrum) {
        return refusal(
                "shows no bulk resistance",
                number,
                spectrum,
                "an open circuit or an empty cell? Check contacts and filling, or measure at higher frequencies");
    }

    /** Resistive throughout, or the imaginary part is turned. */
    static IllegalArgumentException noElectrodes(String number, Spectrum spectrum) {
        return refusal(
                "shows no blocking electrodes",
                number,
                spectrum,
                "a short circuit, a resistor, or z_imag with the wrong sign (a capacitor has a negative one)?"
                        + " Check these, or measure at lower frequencies");
    }

    /** R or the electrodes went to 0 in the fit. */
    static IllegalArgumentException undetermined(Circuit circuit, Spectrum spectrum, Throwable cause) {
        String number = String.format(
                Locale.ROOT,
                "not_identifiable: R = %.3g Ohm, |Z| of the electrodes = %.3g Ohm",
                circuit.resistance(),
                circuit.reactance());
        IllegalArgumentException refusal = circuit.resistance() < circuit.reactance()
                ? noResistance(number, spectrum)
                : noElectrodes(number, spectrum);
        refusal.initCause(cause);
        return refusal;
    }

    /** The optimum was not found. */
    static IllegalArgumentException noConvergence(String number, Spectrum spectrum, Throwable cause) {
        IllegalArgumentException refusal = refusal(
                "cannot be fitted by L-R-CPE (no_convergence)", number, spectrum, "look at the spectrum for artefacts");
        refusal.initCause(cause);
        return refusal;
    }

    private static IllegalArgumentException refusal(String what, String number, Spectrum spectrum, String advice) {
        return new IllegalArgumentException(String.format(
                Locale.ROOT,
                "conductivity: the spectrum %s (%s; smallest |Z| = %.3g Ohm, %d points): %s",
                what,
                number,
                spectrum.smallest(),
                spectrum.size(),
                advice));
    }
}
