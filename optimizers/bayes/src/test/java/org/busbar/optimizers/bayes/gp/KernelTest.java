package org.busbar.optimizers.bayes.gp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelTest {

    /** Computed with 50 decimal digits. */
    @Test
    void has_the_known_values_at_distance_one() {
        assertEquals(0.52399410883182031, Kernel.MATERN_52.value(1), 1e-15);
        assertEquals(0.48335772459650765, Kernel.MATERN_32.value(1), 1e-15);
        assertEquals(0.60653065971263342, Kernel.RBF.value(1), 1e-15);
    }

    @ParameterizedTest
    @EnumSource
    void has_unit_variance(Kernel kernel) {
        assertEquals(1, kernel.value(0), 0);
    }

    @ParameterizedTest
    @EnumSource
    void decay_is_minus_twice_the_slope_in_the_squared_distance(Kernel kernel) {
        for (double square : new double[] {0.01, 0.5, 1, 7}) {
            double step = 1e-6;
            double slope = (kernel.value(square + step) - kernel.value(square - step)) / (2 * step);
            assertEquals(-2 * slope, kernel.decay(square), 1e-8);
        }
    }

    /** The mean of cos(w δ) over frequencies w is the kernel at δ (Bochner). */
    @ParameterizedTest
    @EnumSource
    void frequencies_average_to_the_kernel(Kernel kernel) {
        Keyed keyed = Keyed.of(5);
        int draws = 40_000;
        double near = 0;
        double far = 0;
        for (int i = 0; i < draws; i++) {
            double[] w = kernel.frequency(2, keyed);
            near += Math.cos(0.5 * w[0]) / draws;
            far += Math.cos(1.2 * w[0] + 0.9 * w[1]) / draws;
        }
        assertEquals(kernel.value(0.25), near, 0.01);
        assertEquals(kernel.value(2.25), far, 0.02);
    }
}
