package org.busbar.analyses.conductivity;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.busbar.api.Quantity;
import org.busbar.api.Series;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static final Circuit CELL = Spectra.circuit(50, 2.2e-5, 0.93, 3.5e-7);
    private final ConductivityFromImpedance analysis = new ConductivityFromImpedance();
    private final Values good = Spectra.of(CELL, 0.002, 1);

    @Test
    void curves_of_different_length() {
        refused(good.with("z_imag", Series.of("Ohm", -1, -2)), "z_imag has 2 values", "frequency has 41");
        refused(good.with("z_real", Series.of("Ohm")), "z_real has 0 values", "frequency has 41");
    }

    @Test
    void too_few_points_or_frequencies() {
        refused(Spectra.of(CELL, 0.002, 1, Spectra.logarithmic(10, 1e5, 7)), "7 points", "8 or more");
        refused(Spectra.of(CELL, 0.002, 1, 10, 10, 10, 1e2, 1e2, 1e2, 1e3, 1e3, 1e3), "9 points at 3");
        refused(Spectra.inputs(new double[0], new double[0], new double[0]), "0 points");
    }

    @Test
    void eight_points_are_enough() throws Exception {
        assertTrue(analysis.apply(Spectra.of(CELL, 0.002, 1, Spectra.logarithmic(10, 1e5, 8)))
                .has("resistance"));
    }

    @Test
    void frequencies_that_are_not_positive() {
        refused(changed("frequency", 3, 0), "0.0 Hz at position 3", "above 0 Hz");
        refused(changed("frequency", 40, -5), "-5.0 Hz at position 40");
    }

    @Test
    void numbers_that_are_none() {
        refused(changed("z_real", 4, Double.NaN), "z_real", "position 4");
        refused(
                good.with("z_real", changed("z_real", 4, 0).get("z_real"))
                        .with("z_imag", changed("z_imag", 4, 0).get("z_imag")),
                "both 0 Ohm at position 4");
    }

    @Test
    void a_real_part_that_is_nowhere_positive() {
        refused(turned("z_real"), "z_real is nowhere above 0 Ohm", "sign");
    }

    @Test
    void a_mirrored_imaginary_part() {
        refused(turned("z_imag"), "no blocking electrodes", "wrong sign");
    }

    /** Noise must not feign what is not there: 400 spectra. */
    @Test
    void open_and_short_circuits_and_resistors() {
        for (long seed = 0; seed < 100; seed++) {
            refused(noisy(0, 1e-10, 1, 0, seed), "no bulk resistance", "open circuit");
            refused(noisy(0, 1e-10, 0.97, 0, seed), "no bulk resistance", "open circuit");
            refused(noisy(0.05, 1e12, 0.9, 4e-7, seed), "no blocking", "short circuit");
            refused(noisy(100, 1e12, 0.9, 0, seed), "no blocking", "short circuit");
        }
    }

    @Test
    void a_fit_that_does_not_converge() {
        Spectrum spectrum = Spectra.spectrum(good);
        Circuit far = new Circuit(1, 1e4, 0.4, 0, spectrum.centre());
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> CircuitFit.of(spectrum, far, new CircuitModel.Freedom(true, true), 3));
        assertTrue(refusal.getMessage().contains("no_convergence"), refusal::getMessage);
        assertTrue(refusal.getMessage().contains("at most 3 evaluations"), refusal::getMessage);
    }

    @Test
    void exact_open_and_short_circuits() {
        refused(Spectra.of(Spectra.circuit(0, 1e-10, 1, 0), 0, 0), "no bulk resistance");
        refused(Spectra.of(Spectra.circuit(0.05, 1e30, 0.9, 4e-7), 0, 0), "no blocking");
    }

    @Test
    void a_cell_constant_or_temperature_out_of_range() {
        refused(good.with("cell_constant", Quantity.of(0, "cm-1")), "cell_constant");
        refused(good.with("cell_constant", Quantity.of(1, "cm")), "cell_constant", "cannot be converted");
        refused(good.with("temperature", Quantity.of(201, "Cel")), "temperature", "200 Cel");
        refused(good.with("temperature", Quantity.of(-61, "Cel")), "temperature", "-60 Cel");
    }

    private void refused(Values inputs, String... words) {
        String message = assertThrows(IllegalArgumentException.class, () -> analysis.apply(inputs))
                .getMessage();
        for (String word : words) {
            assertTrue(message.contains(word), () -> message + " lacks " + word);
        }
    }

    private Values changed(String name, int at, double value) {
        Series series = (Series) good.get(name);
        double[] values = series.values();
        values[at] = value;
        return good.with(name, new Series(values, series.unit()));
    }

    /** The column with every sign as it must not be. */
    private Values turned(String name) {
        double sign = name.equals("z_imag") ? 1 : -1;
        double[] values = Arrays.stream(Spectra.column(good, name))
                .map(v -> sign * Math.abs(v))
                .toArray();
        return good.with(name, Series.of("Ohm", values));
    }

    private static Values noisy(double r, double q, double alpha, double l, long seed) {
        return Spectra.of(Spectra.circuit(r, q, alpha, l), 0.002, seed);
    }
}
