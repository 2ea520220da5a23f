package org.busbar.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.busbar.api.optimize.Objective;

/**
 * The values of the first objective, all in one unit.
 *
 * @param unit that of the best result; 1 before the first
 * @param byTrial the values by the number of the trial, those without a finite value left out
 */
record Measured(Objective objective, Unit unit, Map<Integer, Quantity> byTrial) {

    static Measured of(Standing standing) {
        Objective objective = standing.campaign().problem().objectives().get(0);
        Unit unit = unit(standing, objective);
        Map<Integer, Quantity> byTrial = new LinkedHashMap<>();
        for (Trial trial : standing.trials()) {
            value(trial, objective).ifPresent(value -> byTrial.put(trial.number(), value.to(unit)));
        }
        return new Measured(objective, unit, byTrial);
    }

    private static Unit unit(Standing standing, Objective objective) {
        return standing.best()
                .or(() -> standing.trials().stream()
                        .filter(trial -> value(trial, objective).isPresent())
                        .findFirst())
                .flatMap(trial -> value(trial, objective))
                .map(Quantity::unit)
                .orElse(Unit.ONE);
    }

    /** What a trial gave for an objective; empty if it gave no finite number. */
    static Optional<Quantity> value(Trial trial, Objective objective) {
        return trial.outputs().byName().get(objective.output()) instanceof Quantity q && Double.isFinite(q.value())
                ? Optional.of(q)
                : Optional.empty();
    }

    /** The better one of two values of the objective; the first if they are alike. */
    double better(double one, double other) {
        return objective.goal().sign() * (other - one) > 0 ? other : one;
    }
}
