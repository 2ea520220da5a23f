package org.busbar.optimizers.forest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExpectedImprovementTest {

    /** By the trapezoidal rule: the integral of u phi(u + |z|) over u from 0 on. */
    @Test
    void equals_the_integral_it_stands_for() {
        for (double z : new double[] {-6, -2.1, -1.9, -1, 0, 0.5, 3}) {
            double sum = 0;
            double width = 1e-4;
            for (double u = width; u < 15; u += width) {
                sum += u * Math.exp(-(u - z) * (u - z) / 2) / Math.sqrt(2 * Math.PI) * width;
            }
            assertEquals(Math.log(sum), ExpectedImprovement.logH(z), 1e-6, "z = " + z);
        }
    }

    @Test
    void branches_meet() {
        assertEquals(ExpectedImprovement.logH(-2 + 1e-12), ExpectedImprovement.logH(-2 - 1e-12), 1e-9);
    }

    @Test
    void ranks_where_a_double_would_be_zero() {
        double near = ExpectedImprovement.logH(-50);
        double far = ExpectedImprovement.logH(-60);
        assertTrue(Math.exp(near) == 0 && far < near && Double.isFinite(far));
        assertEquals(-0.5 * 50 * 50 - Math.log(Math.sqrt(2 * Math.PI)) - 2 * Math.log(50), near, 2e-3);
    }

    @Test
    void prefers_the_better_mean_and_the_less_known_point_but_not_the_noisier_one() {
        double base = ExpectedImprovement.log(new Prediction(0, 0.1, 0.2), 1);
        assertTrue(ExpectedImprovement.log(new Prediction(0.1, 0.1, 0.2), 1) > base);
        assertTrue(ExpectedImprovement.log(new Prediction(0, 0.1, 0.3), 1) > base);
        assertEquals(base, ExpectedImprovement.log(new Prediction(0, 0.9, 0.2), 1));
    }
}
