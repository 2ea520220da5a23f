package org.busbar.analyses.cycling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SavitzkyGolayTest {

    /** Table of the paper for the first derivative, quadratic, 9 points: -4 to 4, over 60. */
    @Test
    void the_weights_are_those_of_the_paper() {
        for (int k = 0; k < 9; k++) {
            double[] impulse = new double[17];
            impulse[4 + k] = 1;
            assertEquals((k - 4) / 60.0, new SavitzkyGolay(9, 2).derivative(impulse, 1)[8], 1e-14);
        }
    }

    @Test
    void a_polynomial_of_the_order_is_differentiated_exactly_up_to_the_ends() {
        double[] values =
                IntStream.range(0, 20).mapToDouble(i -> 1 + i - 0.1 * i * i * i).toArray();
        double[] expected =
                IntStream.range(0, 20).mapToDouble(i -> 2 - 0.6 * i * i).toArray();
        assertArrayEquals(expected, new SavitzkyGolay(7, 3).derivative(values, 0.5), 1e-9);
    }

    @Test
    void a_constant_has_no_slope() {
        double[] values = new double[12];
        Arrays.fill(values, 5);
        assertArrayEquals(new double[12], new SavitzkyGolay(5, 2).derivative(values, 1), 1e-13);
    }

    @Test
    void an_even_window_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new SavitzkyGolay(8, 2));
    }
}
