package org.busbar.optimizers.forest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.busbar.api.Values;
import org.junit.jupiter.api.Test;

class FeasibilityTest {

    private static final double[] FAILURE = {0.5, 0.5};

    @Test
    void a_failure_lowers_the_probability_around_it_only() {
        Feasibility feasibility = feasibility(List.of());
        assertTrue(feasibility.probability(FAILURE) < 0.1);
        assertTrue(feasibility.probability(new double[] {0.6, 0.5}) < 0.3);
        assertEquals(1, feasibility.probability(new double[] {0.9, 0.5}), 1e-3);
    }

    @Test
    void a_success_next_to_it_opens_its_side() {
        double[] between = {0.46, 0.5};
        assertTrue(feasibility(List.of()).besideFailure(between));
        Feasibility feasibility = feasibility(List.of(new double[] {0.45, 0.5}));
        assertFalse(feasibility.besideFailure(between));
        assertTrue(feasibility.besideFailure(new double[] {0.52, 0.5}));
    }

    @Test
    void points_beside_a_failure_are_left_out_unless_there_are_no_others() {
        Proposal near = new Proposal(new double[] {0.52, 0.5}, Values::none);
        Proposal far = new Proposal(new double[] {0.9, 0.5}, Values::none);
        assertEquals(List.of(far), feasibility(List.of()).feasible(List.of(near, far)));
        assertEquals(List.of(near), feasibility(List.of()).feasible(List.of(near)));
    }

    private static Feasibility feasibility(List<double[]> measured) {
        List<Double> values = measured.stream().map(row -> 0.0).toList();
        return new Feasibility(new Experience(measured, values, List.of(FAILURE), List.of()));
    }
}
