package org.busbar.analyses.impedance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpectrumTest {

    private static final double[] HZ = {1, 100, 10, 100};
    private static final double[] RE = {5, 4, 3, 2};
    private static final double[] IM = {-1, -2, 4, -4};

    @Test
    void sorts_by_falling_frequency_and_keeps_repeated_ones() {
        Spectrum spectrum = Spectrum.of("test", 1, HZ, RE, IM);
        assertArrayEquals(new double[] {100, 100, 10, 1}, spectrum.frequency());
        assertArrayEquals(new double[] {2, 4, 3, 5}, spectrum.real());
        assertArrayEquals(new double[] {-4, -2, 4, -1}, spectrum.imaginary());
        assertEquals(1, spectrum.repeated());
        assertEquals(2, spectrum.decades(), 1e-12);
        assertEquals(5, spectrum.modulus(2), 1e-12);
        assertEquals(20 * Math.PI, spectrum.omega(2), 1e-12);
    }

    @Test
    void takes_a_part() {
        Spectrum spectrum = Spectrum.of("test", 2, HZ, RE, IM);
        Spectrum capacitive = spectrum.only(i -> spectrum.imaginary(i) < 0);
        assertArrayEquals(new double[] {2, 4, 5}, capacitive.real());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> spectrum.only(i -> i == 0))
                .getMessage()
                .contains("1 points is too short; give 2"));
    }

    @Test
    void refuses_what_is_no_spectrum() {
        refused(HZ, new double[3], IM, "z_real has 3 values but frequency has 4");
        refused(HZ, RE, new double[0], "z_imag has 0 values");
        refused(new double[0], new double[0], new double[0], "0 points is too short; give 1");
        refused(new double[] {1, 0, 3, 4}, RE, IM, "0.0 Hz at position 1");
        refused(HZ, RE, new double[] {1, 2, Double.NaN, 4}, "z_imag = NaN Ohm at position 2");
        refused(HZ, new double[] {5, 0, 3, 2}, new double[] {-1, 0, 4, -4}, "both 0 Ohm at position 1");
        refused(HZ, new double[] {-5, -4, -3, 0}, IM, "nowhere above 0 Ohm (largest 0.0 Ohm)");
    }

    private static void refused(double[] frequency, double[] real, double[] imaginary, String word) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> Spectrum.of("test", 1, frequency, real, imaginary))
                .getMessage();
        assertTrue(message.startsWith("test: ") && message.contains(word), message);
    }
}
