package org.busbar.analyses.gitt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SphereResponseTest {

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.01, 0.0299999, 0.0300001, 0.1, 1, 2.4999})
    void is_the_sum_over_all_roots(double theta) {
        assertEquals(direct(theta), SphereResponse.at(theta).lead(), 2e-13);
    }

    @Test
    void follows_the_root_of_a_short_time() {
        double theta = 1e-6;
        assertEquals(
                2 * Math.sqrt(theta / Math.PI) - 2 * theta,
                SphereResponse.at(theta).lead(),
                2e-9);
        assertEquals(0, SphereResponse.at(0).lead());
    }

    @Test
    void ends_at_a_fifth() {
        assertEquals(0.2, SphereResponse.at(2.5).lead());
        assertEquals(0.2, SphereResponse.at(2.499).lead(), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 0.001, 0.02, 0.05, 0.3, 1.5})
    void has_the_slope_of_its_differences(double theta) {
        double step = 1e-5;
        double up = SphereResponse.at(theta * Math.exp(step)).lead();
        double down = SphereResponse.at(theta * Math.exp(-step)).lead();
        assertEquals((up - down) / (2 * step), SphereResponse.at(theta).slope(), 1e-9);
    }

    private static double direct(double theta) {
        double sum = 0.2;
        for (int n = 1; n <= 2000; n++) {
            double root = (n + 0.5) * Math.PI;
            for (int i = 0; i < 30; i++) {
                root = (n + 0.5) * Math.PI - Math.atan(1 / root);
            }
            sum -= 2 * Math.exp(-root * root * theta) / (root * root);
        }
        return sum;
    }
}
