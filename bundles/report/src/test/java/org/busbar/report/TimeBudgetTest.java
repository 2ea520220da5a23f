package org.busbar.report;

import static org.busbar.report.Made.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.optimize.Objective.Goal;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {

    /** Of a campaign that took 100 s. */
    private static TimeBudget budget(Performed... steps) {
        History empty = Made.history(Goal.MAXIMIZE);
        return TimeBudget.of(new History(empty.standing(), Made.at(100), List.of(), List.of(steps)));
    }

    private static Performed performed(String name, double from, double to, double lab) {
        return new Performed(step(name, from, to), lab);
    }

    @Test
    void steps_of_one_kind_are_added_up() {
        TimeBudget time = budget(
                performed("mix", 0, 10, 600), performed("measure", 10, 40, Double.NaN), performed("mix", 50, 70, 900));
        TimeBudget.Kind mix = time.kinds().get(0);
        assertEquals(
                List.of("mix", "measure"),
                time.kinds().stream().map(TimeBudget.Kind::step).toList());
        assertEquals(2, mix.count());
        assertEquals(30, mix.total(), 1e-9);
        assertEquals(15, mix.mean(), 1e-9);
        assertEquals(0.3, mix.share(), 1e-9);
        assertEquals(1500, mix.lab());
        assertEquals(List.of("mix-device"), mix.agents());
        assertNull(time.kinds().get(1).lab());
    }

    @Test
    void time_in_which_two_steps_were_done_is_busy_once() {
        TimeBudget time = budget(
                performed("b", 20, 30, Double.NaN),
                performed("a", 0, 50, Double.NaN),
                performed("c", 40, 60, Double.NaN),
                performed("d", 90, 100, Double.NaN));
        assertEquals(70, time.busy(), 1e-9);
        assertEquals(0.3, time.idleShare(), 1e-9);
    }

    @Test
    void what_a_slow_clock_puts_before_the_beginning_is_not_busy() {
        assertEquals(10, budget(performed("mix", -20, 10, Double.NaN)).busy(), 1e-9);
        assertEquals(0, budget(performed("mix", -20, -10, Double.NaN)).busy(), 1e-9);
    }

    @Test
    void no_step_is_all_idle() {
        assertEquals(1, budget().idleShare());
        assertTrue(budget().kinds().isEmpty());
    }

    @Test
    void no_time_has_no_shares() {
        History empty = Made.history(Goal.MAXIMIZE);
        Performed step = performed("mix", 0, 0, Double.NaN);
        TimeBudget time = TimeBudget.of(new History(empty.standing(), Made.BEGUN, List.of(), List.of(step)));
        assertEquals(0, time.idleShare());
        assertEquals(List.of(0.0), Stream.of(time.kinds().get(0).share()).toList());
    }

    @Test
    void a_bar_per_kind_and_one_for_idleness() {
        assertEquals(
                List.of(
                        new TimeBar("mix", 25, "25.0 s (25 %)", 600.0, "10 min 0 s", false),
                        new TimeBar("fit", 5, "5.0 s (5.0 %)", null, "", false),
                        new TimeBar("idle", 70, "1 min 10 s (70 %)", null, "", true)),
                TimeBar.of(budget(performed("mix", 0, 25, 600), performed("fit", 25, 30, Double.NaN))));
    }
}
