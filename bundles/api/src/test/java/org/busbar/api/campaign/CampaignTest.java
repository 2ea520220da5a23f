package org.busbar.api.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignTest {

    private static final Problem PROBLEM =
            new Problem(Space.of(Parameter.whole("n", 1, 3)), List.of(new Objective("k", Objective.Goal.MAXIMIZE)));

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-5, 1"})
    void needs_at_least_one_trial_at_a_time(int trials, int parallel) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> campaign(List.of(), List.of(), trials, parallel))
                .getMessage();
        assertEquals(
                "electrolytes: trials = " + trials + " and parallel = " + parallel + " must be at least 1", message);
    }

    @Test
    void does_not_change() {
        List<String> methods = new ArrayList<>(List.of("eis"));
        List<Campaign.Swap> swaps = new ArrayList<>(List.of(new Campaign.Swap(3, "forest")));
        Campaign campaign = campaign(methods, swaps, 5, 1);
        methods.clear();
        swaps.clear();
        assertEquals(List.of("eis"), campaign.methods());
        assertEquals(List.of(new Campaign.Swap(3, "forest")), campaign.swaps());
    }

    @Test
    void ends_when_completed_stopped_or_aborted() {
        for (Campaign.State state : Campaign.State.values()) {
            boolean ended = EnumSet.of(Campaign.State.COMPLETED, Campaign.State.STOPPED, Campaign.State.ABORTED)
                    .contains(state);
            assertEquals(ended, state.isFinal(), state.name());
        }
        assertTrue(Campaign.State.COMPLETED.isFinal());
    }

    @Test
    void a_target_is_reached_from_the_better_side_in_any_unit() {
        Campaign.Target target = new Campaign.Target("k", Quantity.of(7, "mS/cm"));
        assertTrue(target.isReachedBy(k(0.7, "S/m"), Objective.Goal.MAXIMIZE));
        assertTrue(target.isReachedBy(k(7, "mS/cm"), Objective.Goal.MINIMIZE));
        assertFalse(target.isReachedBy(k(6.9, "mS/cm"), Objective.Goal.MAXIMIZE));
        assertFalse(target.isReachedBy(k(7.1, "mS/cm"), Objective.Goal.MINIMIZE));
        assertFalse(target.isReachedBy(k(Double.NaN, "mS/cm"), Objective.Goal.MINIMIZE));
        assertFalse(target.isReachedBy(Values.none(), Objective.Goal.MAXIMIZE));
        assertThrows(IllegalArgumentException.class, () -> target.isReachedBy(k(7, "Cel"), Objective.Goal.MAXIMIZE));
    }

    @Test
    void a_target_is_a_number_of_an_objective() {
        assertThrows(IllegalArgumentException.class, () -> new Campaign.Target("k", Quantity.of(Double.NaN, "1")));
        Campaign plain = campaign(List.of(), List.of(), 5, 1);
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> with(plain, new Campaign.Target("z", Quantity.of(1, "1"))))
                .getMessage();
        assertEquals("electrolytes: the target z is not an objective; those are [k]", message);
        assertEquals(Optional.empty(), plain.target());
    }

    private static Values k(double value, String unit) {
        return Values.of("k", Quantity.of(value, unit));
    }

    private static Campaign with(Campaign plain, Campaign.Target target) {
        return new Campaign(
                plain.name(),
                plain.quantity(),
                plain.methods(),
                plain.problem(),
                plain.fixed(),
                plain.trials(),
                plain.parallel(),
                plain.optimizer(),
                plain.swaps(),
                plain.seed(),
                plain.reproducible(),
                Optional.of(target),
                plain.settings(),
                plain.history(),
                plain.trusted());
    }

    private static Campaign campaign(List<String> methods, List<Campaign.Swap> swaps, int trials, int parallel) {
        return new Campaign(
                "electrolytes", "conductivity", methods, PROBLEM, Values.none(), trials, parallel, "random", swaps, 1);
    }
}
