package org.busbar.rest;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Capability;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.campaign.Campaign;
import org.busbar.api.experiment.Run;
import org.busbar.api.experiment.Sequence;
import org.busbar.api.lab.Lab;
import org.busbar.api.lab.Procedure;
import org.busbar.api.optimize.Space;

/**
 * The runs a campaign would make, as far as that can be said before an optimizer has chosen: at the candidates in their
 * order, else each in the middle of the space.
 */
final class Trials {

    private final Lab lab;
    private final Campaign plan;

    Trials(Lab lab, Campaign plan) {
        this.lab = lab;
        this.plan = plan;
    }

    /**
     * So many runs; if there are fewer candidates, they are gone through again.
     *
     * @throws Refused if no sequence of the lab determines the quantity
     */
    List<Run> runs(String prefix, int trials) {
        Sequence sequence = sequence();
        return IntStream.range(0, trials)
                .mapToObj(n -> new Run(prefix + (n + 1), sequence, inputs(n), plan.name()))
                .toList();
    }

    private Values inputs(int trial) {
        List<Values> candidates = plan.problem().space().candidates();
        return plan.fixed()
                .with(
                        candidates.isEmpty()
                                ? middle(plan.problem().space())
                                : candidates.get(trial % candidates.size()));
    }

    /** The one that fits the inputs best, as the lab would choose. */
    private Sequence sequence() {
        return lab.procedures().stream()
                .filter(procedure -> procedure.quantity().equals(plan.quantity()))
                .filter(procedure -> plan.methods().isEmpty() || plan.methods().contains(procedure.method()))
                .min(Comparator.comparingInt(this::refusals))
                .map(Procedure::sequence)
                .orElseThrow(() -> Refused.conflict("No sequence of the lab determines " + plan.quantity()
                        + (plan.methods().isEmpty() ? "" : " by one of " + plan.methods())
                        + ", so nothing can be said about campaign " + plan.name()));
    }

    private int refusals(Procedure procedure) {
        return new Capability(procedure.quantity(), procedure.sequence().inputs(), List.of())
                .refusals(inputs(0))
                .size();
    }

    private static Values middle(Space space) {
        Values point = Values.none();
        for (Parameter parameter : space.parameters()) {
            point = point.with(parameter.name(), middle(parameter));
        }
        return point;
    }

    private static Value middle(Parameter parameter) {
        if (parameter instanceof Parameter.Real real) {
            double half = (real.max() - real.min()) / 2;
            return Quantity.of(
                    real.min() + (real.step() > 0 ? Math.floor(half / real.step()) * real.step() : half),
                    real.unit().ucum());
        }
        if (parameter instanceof Parameter.Whole whole) {
            return new Quantity(Math.floorDiv(whole.min() + whole.max(), 2L), Unit.ONE, Double.NaN);
        }
        if (parameter instanceof Parameter.Choice choice) {
            return new Text(choice.options().get(choice.options().size() / 2));
        }
        throw new IllegalArgumentException("The space has no middle in " + parameter.name());
    }
}
