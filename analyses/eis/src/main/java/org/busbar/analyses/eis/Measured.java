package org.busbar.analyses.eis;

import static org.busbar.api.Parameter.choice;
import static org.busbar.api.Parameter.curve;
import static org.busbar.api.Parameter.real;

import java.util.List;
import java.util.stream.IntStream;
import org.busbar.analyses.impedance.KramersKronig;
import org.busbar.analyses.impedance.Spectrum;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Values;
import org.busbar.api.analysis.Quality;

/**
 * The spectrum that was given, and the part of it that is fitted.
 *
 * @param analysis who asks, for messages
 * @param spectrum all points
 */
record Measured(String analysis, Spectrum spectrum) {

    static final Parameter.Curve FREQUENCY = curve("frequency", "Hz");
    static final Parameter.Curve REAL = curve("z_real", "Ohm");
    static final Parameter.Curve IMAGINARY = curve("z_imag", "Ohm");
    static final Parameter.Choice WEIGHTING = choice("weighting", "modulus", "unit");
    static final Parameter.Real NOISE = real("noise", "1", 0, 1);
    static final Parameter.Choice KRAMERS_KRONIG = choice("kramers_kronig", "yes", "no");
    private static final int FEWEST = 3;

    /** The columns and what is said about them. */
    static List<Parameter> inputs() {
        return List.of(FREQUENCY, REAL, IMAGINARY, NOISE, KRAMERS_KRONIG);
    }

    /** The capability with the defaults of {@link #inputs}. */
    static Capability withDefaults(Capability capability) {
        return capability
                .byDefault(NOISE.name(), Quantity.of(0, "1"))
                .byDefault(KRAMERS_KRONIG.name(), new Text("yes"));
    }

    /** @throws IllegalArgumentException if the columns are no spectrum of a passive cell */
    static Measured of(String analysis, Values inputs) {
        return new Measured(
                analysis,
                Spectrum.of(analysis, FEWEST, inputs.get(FREQUENCY), inputs.get(REAL), inputs.get(IMAGINARY)));
    }

    /** What the Kramers-Kronig test says about all points, if it is asked for. */
    static Quality consistency(Measured measured, Values inputs) {
        return inputs.get(KRAMERS_KRONIG).equals("yes")
                ? KramersKronig.of(measured.spectrum).quality()
                : Quality.ok();
    }

    /** How many points, from the highest frequency down, have Im Z above 0. */
    int inductivePoints() {
        int count = 0;
        while (count < spectrum.size() && spectrum.imaginary(count) > 0) {
            count++;
        }
        return count;
    }

    /** All points for a circuit that can be inductive, else those below the inductive ones. */
    Spectrum fitted(boolean inductive) {
        int aside = inductive ? 0 : inductivePoints();
        requireRest(aside);
        return spectrum.only(k -> k >= aside);
    }

    /** The points that impedance.py keeps: those with Im Z below 0. */
    Spectrum capacitive() {
        requireRest((int) IntStream.range(0, spectrum.size())
                .filter(k -> spectrum.imaginary(k) >= 0)
                .count());
        return spectrum.only(k -> spectrum.imaginary(k) < 0);
    }

    private void requireRest(int aside) {
        if (spectrum.size() - aside < FEWEST) {
            throw new IllegalArgumentException(analysis + ": " + aside + " of " + spectrum.size()
                    + " points have z_imag above 0 Ohm, and the circuit has no inductance; check the sign of z_imag"
                    + " (a capacitor has a negative one) or add an L to the circuit");
        }
    }
}
