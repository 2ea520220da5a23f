package org.busbar.analyses.conductivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualityTest {

    private static final Circuit CELL = Spectra.circuit(50, 2.2e-5, 0.93, 5e-6);
    private final ConductivityFromImpedance analysis = new ConductivityFromImpedance();

    @Test
    void a_good_spectrum_is_ok_and_nothing_else() {
        assertEquals("ok", quality(Spectra.of(CELL, 0.002, 1)));
        assertEquals("ok", quality(Spectra.of(CELL, 0, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, 0})
    void an_inductance_under_the_noise_is_left_out(int celsius) throws IOException {
        String quality = quality(Spectra.file("sample_" + celsius + "C.csv"));
        assertTrue(quality.matches("ok; not_identifiable: L = -?[0-9.e-]+ \\+- [0-9.e-]+ H, left out"), quality);
    }

    @Test
    void an_ideal_capacitor_is_at_the_bound() {
        assertEquals(
                "ok; at_bound: alpha = 1", quality(Spectra.of(Spectra.circuit(50, 2.2e-5, 1.001, 5e-6), 0.002, 1)));
    }

    @Test
    void missing_uncertainties_are_said_and_replaced() {
        Values inputs = Spectra.of(CELL, 0.002, 1)
                .with("cell_constant", Quantity.of(0.51157, "cm-1"))
                .with("temperature", Quantity.of(25, "Cel"));
        assertEquals(
                "ok; cell_constant_uncertainty_missing: 0 cm-1 used; temperature_uncertainty_missing: 0.1 K used",
                quality(inputs));
        assertEquals(
                analysis.apply(inputs.with("cell_constant", Quantity.of(0.51157, 0, "cm-1"))
                                .with("temperature", Quantity.of(25, 0.1, "Cel")))
                        .get("conductivity"),
                analysis.apply(inputs).get("conductivity"));
    }

    /** Electrodes that let charge through: an arc in place of a spike. */
    @Test
    void another_circuit_is_rejected() {
        String quality = quality(arc(0.002));
        assertTrue(quality.contains("model_rejected: ") && quality.contains("runs of z_"), quality);
        assertFalse(quality.startsWith("ok"), quality);
    }

    @Test
    void a_resistance_out_of_reach_is_extrapolated() {
        String quality = quality(Spectra.of(CELL, 0.002, 1, Spectra.logarithmic(1, 50, 41)));
        assertTrue(quality.startsWith("suspicious; ") && quality.contains("extrapolated: R is at most"), quality);
    }

    @Test
    void a_resistance_far_out_of_reach_is_rejected() {
        String quality = quality(Spectra.of(CELL, 1e-4, 1, Spectra.logarithmic(0.1, 5, 41)));
        assertTrue(quality.startsWith("rejected; ") && quality.contains("extrapolated: R is at most"), quality);
    }

    @Test
    void electrodes_like_a_resistor_are_correlated_with_the_resistance() {
        String quality = quality(narrow());
        assertTrue(quality.contains("correlated: ln R and "), quality);
    }

    @Test
    void a_large_uncertainty_is_said() {
        String quality = quality(Spectra.of(CELL, 0.002, 1).with("cell_constant", Quantity.of(0.5, 0.15, "cm-1")));
        assertEquals("suspicious; uncertainty_large: 30 % of the conductivity, first-order only", quality);
    }

    private String quality(Values inputs) {
        return analysis.apply(inputs).get("quality").toString();
    }

    private static Values narrow() {
        return Spectra.of(Spectra.circuit(50, 1e-3, 0.4, 0), 1e-5, 3, Spectra.logarithmic(1e4, 2e4, 41));
    }

    private static Values arc(double noise) {
        Random random = new Random(1);
        double[] frequency = Spectra.logarithmic(1, 1e5, 51);
        double[] real = new double[51];
        double[] imaginary = new double[51];
        for (int i = 0; i < 51; i++) {
            double x = 2 * Math.PI * frequency[i] * 1e-3;
            real[i] = (50 + 80 / (1 + x * x)) * (1 + noise * random.nextGaussian());
            imaginary[i] = -80 * x / (1 + x * x) * (1 + noise * random.nextGaussian());
        }
        return Spectra.inputs(frequency, real, imaginary);
    }
}
