package org.busbar.analyses.conductivity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;

/** 1 000 spectra with known truth, each with its own noise and its own errors of cell constant and temperature. */
class CoverageTest {

    private static final double TRUTH = 10;
    private static final double CELL = 0.512;

    @Test
    void intervals_of_95_percent_hold_the_truth_in_93_to_97() {
        Random random = new Random(3);
        double[] frequency = Spectra.logarithmic(10, 1e5, 21);
        int held = 0;
        for (int i = 0; i < 1000; i++) {
            Quantity temperature = Quantity.of(25 + 0.1 * random.nextGaussian(), 0.1, "Cel");
            Quantity cell = Quantity.of(CELL * (1 + 0.001 * random.nextGaussian()), 0.001 * CELL, "cm-1");
            Quantity found = conductivity(frequency, cell, temperature, i);
            held += Math.abs(found.value() - atReading(temperature)) <= 1.96 * found.uncertainty() ? 1 : 0;
        }
        assertTrue(held >= 930 && held <= 970, held + " of 1 000 intervals hold the truth");
    }

    private static Quantity conductivity(double[] frequency, Quantity cell, Quantity temperature, long seed) {
        Values spectrum = Spectra.of(Spectra.circuit(1000 * CELL / TRUTH, 2.2e-5, 0.93, 3.5e-7), 0.01, seed, frequency);
        Quantity resistance = BulkResistance.of(Spectra.spectrum(spectrum)).resistance();
        return new Conductivity(cell, resistance, temperature, Conductivity.ACTIVATION_ENERGY).value();
    }

    /** What the electrolyte, which is at 25 Cel, has at the temperature that the thermometer shows. */
    private static double atReading(Quantity temperature) {
        double slope = Conductivity.ACTIVATION_ENERGY / (Conductivity.GAS_CONSTANT * 298.15 * 298.15);
        return TRUTH * Math.exp(slope * (temperature.value() - 25));
    }
}
