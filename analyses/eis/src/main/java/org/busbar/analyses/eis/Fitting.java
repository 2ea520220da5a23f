package org.busbar.analyses.eis;

import org.busbar.analyses.eis.circuit.Circuit;
import org.busbar.analyses.eis.circuit.CircuitText;
import org.busbar.analyses.eis.fit.CircuitFit;
import org.busbar.analyses.eis.fit.Request;
import org.busbar.analyses.eis.fit.Weighting;
import org.busbar.analyses.impedance.Spectrum;
import org.busbar.api.Parameter.Choice;
import org.busbar.api.Values;

/** Reads and fits circuits for an analysis whose name begins every refusal. */
record Fitting(String analysis) {

    Circuit read(String text) {
        try {
            return CircuitText.read(text);
        } catch (IllegalArgumentException e) {
            throw refusal(e);
        }
    }

    CircuitFit fit(Circuit circuit, Spectrum spectrum, Request request) throws InterruptedException {
        try {
            return CircuitFit.of(circuit, spectrum, request);
        } catch (IllegalArgumentException e) {
            throw refusal(e);
        }
    }

    IllegalArgumentException refusal(IllegalArgumentException cause) {
        return new IllegalArgumentException(analysis + ": " + cause.getMessage(), cause);
    }

    static Weighting weighting(Values inputs, Choice choice) {
        return inputs.get(choice).equals("unit") ? Weighting.UNIT : Weighting.MODULUS;
    }
}
