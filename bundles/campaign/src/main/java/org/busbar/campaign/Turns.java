package org.busbar.campaign;

import java.util.List;
import java.util.Optional;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.event.LabEvent;

/** Whose turn it is to suggest: the optimizer chosen last, by the campaign's plan or by a person. Not thread-safe. */
final class Turns {

    /** The name under which swaps of the campaign's own plan are written down. */
    static final String PLAN = "plan";

    private final List<Campaign.Swap> plan;
    private String optimizer;
    private int made;

    Turns(Campaign campaign) {
        plan = campaign.swaps();
        optimizer = campaign.optimizer();
    }

    String optimizer() {
        return optimizer;
    }

    void swapped(LabEvent.OptimizerSwapped swapped) {
        optimizer = swapped.to();
        if (swapped.by().equals(PLAN)) {
            made++;
        }
    }

    /** The optimizer that the plan wants after so many trials; empty if none but the present one. */
    Optional<String> due(int trials) {
        return made < plan.size() && trials >= plan.get(made).after()
                ? Optional.of(plan.get(made).to())
                : Optional.empty();
    }
}
