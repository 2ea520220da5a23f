package org.busbar.campaign;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Value;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.campaign.Trial;
import org.busbar.api.optimize.Fidelity;
import org.busbar.api.optimize.Limit;
import org.busbar.api.optimize.Objective;
import org.busbar.plug.SpaceRules;

/** Which trials of a campaign count as good: those that keep all limits, at the fidelity the objectives are about. */
final class Merit {

    private final Campaign campaign;

    Merit(Campaign campaign) {
        this.campaign = campaign;
    }

    /** The best trial for the first objective; empty before one counts. */
    Optional<Trial> best(List<Trial> trials) {
        Objective objective = campaign.problem().objectives().get(0);
        return trials.stream()
                .filter(trial -> trial.outputs().byName().get(objective.output()) instanceof Quantity)
                .filter(this::counts)
                .max(Comparator.comparingDouble(trial -> worth(trial.outputs().get(objective.output()), objective)));
    }

    /** Which trial was the first to reach the target, as a sentence; empty if none or there is no target. */
    Optional<String> reached(List<Trial> ended) {
        return campaign.target().flatMap(target -> first(ended, target)
                .map(trial -> "trial " + trial.number() + " reached " + target.output() + " = "
                        + trial.outputs().get(target.output()) + "; the target was " + target.reached()));
    }

    private Optional<Trial> first(List<Trial> ended, Campaign.Target target) {
        Objective.Goal goal = campaign.problem().objectives().stream()
                .filter(objective -> objective.output().equals(target.output()))
                .findFirst()
                .orElseThrow()
                .goal();
        return ended.stream()
                .filter(trial -> target.isReachedBy(trial.outputs(), goal) && counts(trial))
                .findFirst();
    }

    private boolean counts(Trial trial) {
        return campaign.trusts(trial.outputs())
                && campaign.problem().limits().stream().allMatch(limit -> isKept(limit, trial))
                && campaign.problem().fidelity().stream().allMatch(fidelity -> isFaithful(fidelity, trial));
    }

    private static boolean isKept(Limit limit, Trial trial) {
        return trial.outputs().byName().get(limit.output()) instanceof Quantity output
                && output.unit().measuresSameAs(limit.value().unit())
                && limit.bound().sign()
                                * (output.in(limit.value().unit())
                                        - limit.value().value())
                        >= 0;
    }

    private static boolean isFaithful(Fidelity fidelity, Trial trial) {
        Value level = trial.point().byName().get(fidelity.parameter());
        return level != null && SpaceRules.isSame(level, fidelity.target().value());
    }

    private static double worth(Value value, Objective objective) {
        Quantity quantity = (Quantity) value;
        return objective.goal().sign()
                * (quantity.value() * quantity.unit().factor() + quantity.unit().offset());
    }
}
