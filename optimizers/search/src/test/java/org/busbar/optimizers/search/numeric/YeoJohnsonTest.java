package org.busbar.optimizers.search.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class YeoJohnsonTest {

    private static final double[] SAMPLE = {0.1, 0.5, -0.3, 2.2, 4.0, 0.05, -1.1, 0.9, 1.7, 7.5};

    /** Values of scipy.stats.yeojohnson. */
    @Test
    void agrees_with_an_independent_implementation() {
        assertEquals(-2.082597043574791, new YeoJohnson(0.4).transform(-1.5), 1e-14);
        assertEquals(1.626361059872471, new YeoJohnson(0.4).transform(2.5), 1e-14);
        assertEquals(0.22756028133632908, YeoJohnson.fit(SAMPLE).lambda(), 1e-6);
    }

    @Test
    void changes_nothing_at_power_one_and_is_a_logarithm_at_its_ends() {
        for (double y : SAMPLE) {
            assertEquals(y, new YeoJohnson(1).transform(y), 1e-14);
        }
        assertEquals(StrictMath.log(3), new YeoJohnson(0).transform(2), 1e-15);
        assertEquals(-StrictMath.log(3), new YeoJohnson(2).transform(-2), 1e-15);
    }

    @Test
    void inverse_undoes_the_transformation_for_all_powers() {
        for (double lambda = -3; lambda <= 5; lambda += 0.5) {
            YeoJohnson power = new YeoJohnson(lambda);
            for (double y : SAMPLE) {
                assertEquals(y, power.inverse(power.transform(y)), 1e-9, "power " + lambda);
            }
        }
        assertEquals(Double.POSITIVE_INFINITY, new YeoJohnson(-1).inverse(1.5));
        assertEquals(Double.NEGATIVE_INFINITY, new YeoJohnson(3).inverse(-1.5));
    }

    @Test
    void slope_is_that_of_finite_differences() {
        YeoJohnson power = new YeoJohnson(-0.7);
        double sum = 0;
        for (double y : SAMPLE) {
            double slope = (power.transform(y + 1e-6) - power.transform(y - 1e-6)) / 2e-6;
            assertEquals(StrictMath.log(slope), power.logSlope(y), 1e-7);
            sum += power.logSlope(y);
        }
        assertEquals(sum, power.logJacobian(SAMPLE));
    }

    @Test
    void refuses_samples_and_powers_that_make_no_sense() {
        assertThrows(IllegalArgumentException.class, () -> YeoJohnson.fit(new double[] {2, 2}));
        assertThrows(IllegalArgumentException.class, () -> YeoJohnson.fit(new double[] {2, Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> new YeoJohnson(Double.NaN));
    }
}
