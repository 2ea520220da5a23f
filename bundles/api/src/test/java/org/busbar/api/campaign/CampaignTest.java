package org.busbar.api.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.busbar.api.Parameter;
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
    void ends_when_completed_or_stopped() {
        for (Campaign.State state : Campaign.State.values()) {
            boolean ended =
                    EnumSet.of(Campaign.State.COMPLETED, Campaign.State.STOPPED).contains(state);
            assertEquals(ended, state.isFinal(), state.name());
        }
        assertTrue(Campaign.State.COMPLETED.isFinal());
    }

    private static Campaign campaign(List<String> methods, List<Campaign.Swap> swaps, int trials, int parallel) {
        return new Campaign(
                "electrolytes", "conductivity", methods, PROBLEM, Values.none(), trials, parallel, "random", swaps, 1);
    }
}
