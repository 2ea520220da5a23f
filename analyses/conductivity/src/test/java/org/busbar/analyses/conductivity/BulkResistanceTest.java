package org.busbar.analyses.conductivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkResistanceTest {

    /** R from molten salts to gels, electrodes smooth to rough, cables short to long. */
    @ParameterizedTest
    @CsvSource({
        "50, 2.2e-5, .93, 3.5e-7",
        "0.8, 1e-4, .8, 2e-7",
        "40000, 1e-6, .7, 1e-6",
        "50, 2.2e-5, .93, 5e-5",
        "300, 5e-5, .5, 1e-6",
        "5, 2.2e-5, 1, 0"
    })
    void an_exact_spectrum_gives_its_circuit_back(double r, double q, double alpha, double l) {
        CircuitFit fit = fit(Spectra.circuit(r, q, alpha, l), 0, 0);
        assertEquals(r, fit.circuit().resistance(), 1e-7 * r);
        assertEquals(alpha, fit.circuit().exponent(), 1e-7);
        assertEquals(l, fit.circuit().inductance(), 1e-7 * l + 1e-15);
    }

    /** The standard error of R is right and R without bias, with L seen, unseen and at the limit between. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 3.5e-7, 6e-7, 5e-6})
    void the_resistance_scatters_as_its_standard_error_says(double inductance) {
        double truth = 50;
        int spectra = 200;
        double[] z = IntStream.range(0, spectra)
                .mapToObj(seed -> fit(Spectra.circuit(truth, 2.2e-5, 0.93, inductance), 0.002, seed))
                .mapToDouble(fit -> (fit.circuit().resistance() / truth - 1) / fit.resistanceError())
                .toArray();
        double mean =
                IntStream.range(0, spectra).mapToDouble(i -> z[i]).average().orElseThrow();
        double variance = IntStream.range(0, spectra)
                        .mapToDouble(i -> (z[i] - mean) * (z[i] - mean))
                        .sum()
                / (spectra - 1);
        assertEquals(0, mean, 3 / Math.sqrt(spectra));
        assertTrue(Math.sqrt(variance) > 0.85 && Math.sqrt(variance) < 1.15, () -> "sd " + Math.sqrt(variance));
    }

    @Test
    void the_misfit_is_the_noise() {
        assertEquals(
                0.002, fit(Spectra.circuit(50, 2.2e-5, 0.93, 3.5e-7), 0.002, 1).noise(), 0.0004);
    }

    @Test
    void the_exponent_stays_within_one() {
        CircuitFit fit = fit(Spectra.circuit(50, 2.2e-5, 1.05, 0), 0.002, 1);
        assertEquals(1, fit.circuit().exponent());
    }

    private static CircuitFit fit(Circuit circuit, double noise, long seed) {
        return BulkResistance.of(Spectra.spectrum(Spectra.of(circuit, noise, seed)))
                .fit();
    }
}
