package org.busbar.campaign;

import java.util.List;
import java.util.Optional;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.event.LabEvent;

/**
 * Whose turn it is to suggest, and with which settings: the optimizer chosen last, by the campaign's plan or by a person.
 * Not thread-safe.
 */
final class Turns {

    /** The name under which swaps of the campaign's own plan are written down. */
    static final String PLAN = "plan";

    private final List<Campaign.Swap> plan;
    private String optimizer;
    private Values settings;
    private int made;

    Turns(Campaign campaign) {
        plan = campaign.swaps();
        optimizer = campaign.optimizer();
        settings = campaign.settings();
    }

    String optimizer() {
        return optimizer;
    }

    Values settings() {
        return settings;
    }

    void swapped(LabEvent.OptimizerSwapped swapped) {
        optimizer = swapped.to();
        settings = swapped.settings();
        if (swapped.by().equals(PLAN)) {
            made++;
        }
    }

    /** The swap that the plan wants after so many trials; empty if none. */
    Optional<Campaign.Swap> due(int trials) {
        return made < plan.size() && trials >= plan.get(made).after() ? Optional.of(plan.get(made)) : Optional.empty();
    }
}
