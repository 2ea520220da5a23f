package org.busbar.optimizers.bayes.gp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.busbar.optimizers.search.numeric.Keyed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PriorsTest {

    @Test
    void modes_are_the_published_ones_in_both_families() {
        for (Priors.Family family : new Priors.Family[] {Priors.Family.LOG_NORMAL, Priors.Family.GAMMA}) {
            Priors priors = family.of(6);
            assertEquals(
                    Math.exp(Math.sqrt(2) - 3) * Math.sqrt(6), priors.length().mode(), 1e-12);
            assertEquals(Math.exp(-5), priors.noise().mode(), 1e-12);
        }
    }

    @Test
    void noise_may_all_but_vanish_where_that_is_said() {
        double[] logs = Priors.Family.LOW_NOISE.of(2).low(2);
        assertEquals(1e-6, Math.exp(logs[2]), 1e-12);
        assertEquals(1e-4, Math.exp(Priors.Family.LOG_NORMAL.of(2).low(2)[2]), 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void the_density_over_the_quantity_is_highest_at_the_mode(Priors.Family family) {
        Prior prior = family.of(3).length();
        assertTrue(prior.log(prior.mode()) > prior.log(1.05 * prior.mode()));
        assertTrue(prior.log(prior.mode()) > prior.log(0.95 * prior.mode()));
    }

    @ParameterizedTest
    @EnumSource
    void slope_of_the_log_density_is_that_of_finite_differences(Priors.Family family) {
        Priors priors = family.of(3);
        double[] at = {-0.3, 0.4, 1.1, -5.5};
        double[] slope = new double[4];
        priors.log(at, slope);
        Surface.assertSlope(x -> priors.log(x, new double[4]), at, slope, 1e-7);
    }

    @Test
    void draws_have_the_moments_of_the_density() {
        Keyed keyed = Keyed.of(3);
        double logs = 0;
        double gammas = 0;
        for (int i = 0; i < 20_000; i++) {
            logs += Math.log(new Prior.LogNormal(2, 0.5).draw(keyed)) / 20_000;
            gammas += new Prior.Gamma(3, 2).draw(keyed) / 20_000;
        }
        assertEquals(2, logs, 0.02);
        assertEquals(1.5, gammas, 0.03);
    }

    @Test
    void draws_are_kept_within_the_bounds() {
        Priors priors = new Priors(new Prior.LogNormal(-20, 1), new Prior.LogNormal(20, 1));
        assertArrayEquals(new double[] {Math.log(0.025), Math.log(10)}, priors.draw(1, Keyed.of(1)), 1e-12);
    }
}
