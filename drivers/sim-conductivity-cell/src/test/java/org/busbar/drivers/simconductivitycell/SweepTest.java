package org.busbar.drivers.simconductivitycell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SweepTest {

    @Test
    void frequencies_are_spaced_evenly_on_a_log_scale() {
        double[] frequencies = Sweep.frequencies();
        assertEquals(41, frequencies.length);
        assertEquals(1e5, frequencies[0], 1e-9);
        assertEquals(7.943282e4, frequencies[1], 0.01);
        assertEquals(10, frequencies[40], 1e-9);
    }

    /** Impedances of this circuit at 100 kHz and 10 Hz, computed apart from this code with complex numbers. */
    @Test
    void is_resistance_inductance_and_constant_phase_element_in_series() {
        Sweep sweep = Sweep.of(56.815, 0, new Random(0));
        assertArrayEquals(
                new double[] {56.83521215, 0.03683213, 162.88986387, -960.81407523},
                new double[] {
                    sweep.real().value(0),
                    sweep.imaginary().value(0),
                    sweep.real().value(40),
                    sweep.imaginary().value(40)
                },
                1e-6);
    }

    @Test
    void noise_is_relative_to_the_modulus() {
        Sweep exact = Sweep.of(50, 0, new Random(0));
        double sum = 0;
        for (int seed = 0; seed < 200; seed++) {
            Sweep noisy = Sweep.of(50, 0.002, new Random(seed));
            for (int i = 0; i < 41; i++) {
                double modulus =
                        Math.hypot(exact.real().value(i), exact.imaginary().value(i));
                sum += Math.pow((noisy.real().value(i) - exact.real().value(i)) / modulus, 2);
                sum += Math.pow((noisy.imaginary().value(i) - exact.imaginary().value(i)) / modulus, 2);
            }
        }
        assertEquals(0.002, Math.sqrt(sum / (200 * 82)), 5e-5);
    }
}
