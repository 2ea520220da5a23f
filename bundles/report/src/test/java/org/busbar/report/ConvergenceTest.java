package org.busbar.report;

import static org.busbar.report.Made.done;
import static org.busbar.report.Made.history;
import static org.busbar.report.Made.lost;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.campaign.Trial.State;
import org.busbar.api.optimize.Objective.Goal;
import org.junit.jupiter.api.Test;

class ConvergenceTest {

    private static List<Double> best(Goal goal) {
        History history = history(
                goal,
                done(1, Quantity.of(5, "mS/cm")),
                done(2, Quantity.of(4, "mS/cm")),
                lost(3, State.FAILED, "spilt"),
                done(4, Quantity.of(7, "mS/cm")));
        return Convergence.of(history, Optional.empty()).best().stream()
                .map(Convergence.Best::value)
                .toList();
    }

    @Test
    void the_best_so_far_rises_when_maximising() {
        assertEquals(List.of(5.0, 5.0, 7.0), best(Goal.MAXIMIZE));
    }

    @Test
    void the_best_so_far_falls_when_minimising() {
        assertEquals(List.of(5.0, 4.0, 4.0), best(Goal.MINIMIZE));
    }

    @Test
    void failed_and_abandoned_trials_are_told_and_open_ones_are_not() {
        Convergence plot = Convergence.of(
                history(
                        Goal.MAXIMIZE,
                        lost(1, State.FAILED, "spilt"),
                        lost(2, State.RUNNING, ""),
                        lost(3, State.ABANDONED, "retracted")),
                Optional.empty());
        assertEquals(List.of(1, 3), plot.failed());
        assertTrue(plot.points().isEmpty());
    }

    @Test
    void all_values_are_in_one_unit_and_an_unknown_uncertainty_is_null() {
        Convergence plot = Convergence.of(
                history(Goal.MAXIMIZE, done(1, Quantity.of(5, "mS/cm")), done(2, Quantity.of(0.7, 0.01, "S/m"))),
                Optional.empty());
        assertEquals("mS/cm", plot.unit());
        assertNull(plot.points().get(0).uncertainty());
        assertEquals(7, plot.points().get(1).value(), 1e-9);
        assertEquals(0.1, plot.points().get(1).uncertainty(), 1e-9);
    }

    @Test
    void a_value_that_is_no_number_is_no_point() {
        History history = history(Goal.MAXIMIZE, done(1, Quantity.of(Double.NaN, "mS/cm")));
        assertTrue(Convergence.of(history, Optional.empty()).points().isEmpty());
    }

    @Test
    void the_study_is_told_whole_and_random_draws_as_far_as_the_trials() {
        History history = history(Goal.MAXIMIZE, done(1, Quantity.of(5, "mS/cm")), done(2, Quantity.of(6, "mS/cm")));
        Convergence plot = Convergence.of(history, Optional.of(Made.study(3, 2, 4)));
        assertEquals(2, plot.trials());
        assertEquals(Made.study(3, 2, 4).randomBest(), plot.random());
        assertEquals(Made.study(3, 2, 4).optimizerBest(), plot.replay());
        assertTrue(plot.drawn().isEmpty(), "two trials are too few");
        assertEquals("forest", plot.studied());
    }

    @Test
    void nothing_is_drawn_of_no_trials() {
        Convergence plot = Convergence.of(history(Goal.MAXIMIZE), Optional.empty());
        assertEquals(0, plot.trials());
        assertTrue(plot.points().isEmpty()
                && plot.best().isEmpty()
                && plot.random().isEmpty());
    }
}
