package org.busbar.broker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.broker.Offer;

/** Moves inputs to the nearest ones that an offer takes. */
final class Fitting {

    private Fitting() {}

    /** The nearest inputs that the offer takes, number by number; empty if moving numbers does not help. */
    static Optional<Values> inputs(Offer offer, Values asked) {
        Values within = moved(offer.capability().inputs(), asked);
        if (offer.refusals(within).isEmpty()) {
            return Optional.of(within);
        }
        return offer.limitations().stream()
                .map(region -> moved(region, within))
                .filter(inputs -> offer.refusals(inputs).isEmpty())
                .findFirst();
    }

    private static Values moved(List<Parameter> limits, Values asked) {
        Map<String, Value> moved = new LinkedHashMap<>(asked.byName());
        for (Parameter limit : limits) {
            moved.computeIfPresent(limit.name(), (name, value) -> moved(limit, value));
        }
        return new Values(moved);
    }

    private static Value moved(Parameter limit, Value value) {
        if (limit instanceof Parameter.Real real
                && value instanceof Quantity q
                && q.unit().measuresSameAs(real.unit())) {
            double number = q.in(real.unit());
            double nearest = Math.max(real.min(), Math.min(real.max(), number));
            return nearest == number ? q : Quantity.of(nearest, real.unit().ucum());
        }
        if (limit instanceof Parameter.Whole whole
                && value instanceof Quantity q
                && q.unit().measuresSameAs(Unit.ONE)) {
            long nearest = Math.max(whole.min(), Math.min(whole.max(), Math.round(q.in(Unit.ONE))));
            return Quantity.of(nearest, "1");
        }
        return value;
    }
}
