package org.busbar.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.optimize.Objective.Goal;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void the_headline_numbers() {
        Trial best = Made.done(2, "forest", Made.point(0.35, 1.02), Quantity.of(7.71, 0.05, "mS/cm"));
        Standing standing = Made.standing(
                Made.campaign(Goal.MAXIMIZE, Made.PLANE, 3),
                List.of(Made.lost(1, Trial.State.FAILED, "spilt"), best, Made.lost(3, Trial.State.RUNNING, "")),
                Optional.of(best));
        History history = new History(
                standing,
                Made.at(100),
                List.of(new Swapped(1, Made.at(20), "random", "forest", "ann")),
                List.of(new Performed(Made.step("mix", 0, 25), 600)));
        assertEquals(
                List.of(
                        "campaign c-1 electrolyte: completed, 2 of 3 trials, 1 without a result, 1 still open,"
                                + " 1 min 40 s",
                        "best: 7.710 ± 0.050 mS/cm at pc_share 0.35, salt_molality 1.02 mol/kg (trial 2, forest)",
                        "optimizer: after trial 1 from random to forest, by ann",
                        "acceleration over random: 3.1 (95 % 2.4 to 4.0) to the best row: 16.3 tries instead of 50.5"
                                + " (forest)",
                        "time: mix 1 × 25.0 s = 25.0 s (25 %), in the lab 10 min 0 s",
                        "idle: 75 % of 1 min 40 s"),
                Summary.lines(history, Optional.of(Made.study(3.1, 2.4, 4))));
    }

    @Test
    void what_is_not_known_is_said() {
        List<String> lines = Summary.lines(Made.history(Goal.MAXIMIZE), Optional.empty());
        assertTrue(lines.contains("best: no trial has given a result"), lines.toString());
        assertTrue(lines.contains("acceleration over random: not known, no study was given"), lines.toString());
    }

    @Test
    void an_unknown_uncertainty_is_left_out() {
        Trial best = Made.done(1, Quantity.of(7.71, "mS/cm"));
        Standing standing =
                Made.standing(Made.campaign(Goal.MAXIMIZE, Made.PLANE, 1), List.of(best), Optional.of(best));
        List<String> lines = Summary.lines(new History(standing, Made.at(1), List.of(), List.of()), Optional.empty());
        assertTrue(lines.get(1).startsWith("best: 7.71 mS/cm at"), lines.get(1));
    }
}
