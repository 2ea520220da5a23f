package org.busbar.analyses.conductivity;

import java.util.Locale;
import java.util.Optional;
import org.busbar.analyses.conductivity.CircuitModel.Freedom;
import org.busbar.api.Quantity;

/**
 * The fit within its bounds (.3 &le; &alpha; &le; 1, L &ge; 0), with as much of the circuit as the spectrum determines.
 *
 * <p>A parameter whose best value is out of bounds is fixed at the bound. L is fixed at 0 also where its standard error
 * is above half of it.
 *
 * @param leftOut L as it was found, if it was then fixed at 0
 */
record BulkResistance(CircuitFit fit, Optional<String> leftOut) {

    static final double LEAST_EXPONENT = 0.3;
    private static final double IDENTIFIABLE = 0.5;
    /** Five standard errors: noise does not feign a resistance or electrodes, and propagation is linear. */
    private static final double USABLE = 0.2;

    /**
     * Fits the spectrum.
     *
     * @throws IllegalArgumentException if it does not determine R and the electrodes to 20 %
     */
    static BulkResistance of(Spectrum spectrum) {
        Circuit start = StartCircuit.of(spectrum);
        CircuitFit whole = bounded(spectrum, start, true);
        double inductance = whole.circuit().inductance();
        double error = whole.inductanceError(spectrum);
        BulkResistance found = error <= IDENTIFIABLE * inductance
                ? new BulkResistance(whole, Optional.empty())
                : new BulkResistance(
                        bounded(spectrum, without(start), false),
                        Optional.of(String.format(Locale.ROOT, "L = %.2g +- %.2g H", inductance, error)));
        found.requireIdentifiable(spectrum);
        return found;
    }

    /** R in Ohm, with its standard error. */
    Quantity resistance() {
        double resistance = fit.circuit().resistance();
        return Quantity.of(resistance, resistance * fit.resistanceError(), "Ohm");
    }

    private static CircuitFit bounded(Spectrum spectrum, Circuit start, boolean inductance) {
        CircuitFit free = CircuitFit.of(spectrum, start, new Freedom(true, inductance));
        double exponent = free.circuit().exponent();
        double nearest = Math.min(1, Math.max(LEAST_EXPONENT, exponent));
        return exponent == nearest
                ? free
                : CircuitFit.of(spectrum, with(start, nearest), new Freedom(false, inductance));
    }

    private static Circuit without(Circuit c) {
        return new Circuit(c.resistance(), c.reactance(), c.exponent(), 0, c.centre());
    }

    private static Circuit with(Circuit c, double exponent) {
        return new Circuit(c.resistance(), c.reactance(), exponent, c.inductance(), c.centre());
    }

    private void requireIdentifiable(Spectrum spectrum) {
        if (!(fit.resistanceError() <= USABLE)) {
            throw Refusal.noResistance(number("R", fit.circuit().resistance(), fit.resistanceError()), spectrum);
        }
        if (!(fit.reactanceError() <= USABLE)) {
            throw Refusal.noElectrodes(
                    number("|Z| of the electrodes", fit.circuit().reactance(), fit.reactanceError()), spectrum);
        }
    }

    private static String number(String name, double value, double relative) {
        return String.format(
                Locale.ROOT,
                "%s = %.3g Ohm with a standard error of %.3g %%, at most %.0f %% allowed",
                name,
                value,
                100 * relative,
                100 * USABLE);
    }
}
