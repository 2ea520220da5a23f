package org.busbar.optimizers.designs;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;
import org.busbar.api.optimize.LinearConstraint;
import org.busbar.api.optimize.Space;
import org.busbar.optimizers.search.space.EncodedSpace;

/** Points of a design as they can be set. */
final class Settled {

    /** Share of a limit by which rounding may miss it. */
    private static final double ROUNDING = 1e-9;

    private final Space space;
    private final UnaryOperator<Optional<Values>> rounded;

    private Settled(Space space, UnaryOperator<Optional<Values>> rounded) {
        this.space = space;
        this.rounded = rounded;
    }

    static Settled in(Space space) {
        if (space.parameters().stream().noneMatch(parameter -> isSteppedShare(parameter, space))) {
            return new Settled(space, point -> point.map(p -> withinLimits(space, p)));
        }
        EncodedSpace encoded = EncodedSpace.of(space);
        return new Settled(space, point -> point.flatMap(p -> encoded.snap(encoded.encode(p)))
                .map(encoded::decode));
    }

    private static boolean isSteppedShare(Parameter parameter, Space space) {
        return parameter instanceof Parameter.Real real
                && real.step() > 0
                && space.mixtures().stream()
                        .anyMatch(mixture -> mixture.components().contains(real.name()));
    }

    /** What rounding alone pushed past a limit is put back. */
    private static Values withinLimits(Space space, Values point) {
        Values within = point;
        for (Parameter parameter : space.parameters()) {
            if (parameter instanceof Parameter.Real real) {
                double number = Math.max(real.min(), Math.min(real.max(), point.get(real)));
                within = within.with(real.name(), new Quantity(number, real.unit(), Double.NaN));
            }
        }
        return within;
    }

    /** The same point, mixtures rounded to their dispensing steps; empty if it breaks a limit or a constraint. */
    Optional<Values> of(Values point) {
        return rounded.apply(Optional.of(point).filter(this::isFeasible));
    }

    private boolean isFeasible(Values point) {
        return space.parameters().stream().allMatch(parameter -> within(parameter, point))
                && space.constraints().stream().allMatch(constraint -> keeps(constraint, space, point));
    }

    private static boolean within(Parameter parameter, Values point) {
        if (!(parameter instanceof Parameter.Real real)) {
            return parameter.accepts(point.get(parameter.name()));
        }
        double slack = ROUNDING * Math.max(Math.abs(real.min()), Math.abs(real.max()));
        double number = point.get(real);
        return number >= real.min() - slack && number <= real.max() + slack;
    }

    private static boolean keeps(LinearConstraint constraint, Space space, Values point) {
        double sum = 0;
        double slack = 0;
        for (Parameter parameter : space.parameters()) {
            Double weight = constraint.weights().get(parameter.name());
            if (weight != null) {
                double term = weight * number(parameter, point);
                sum += term;
                slack += ROUNDING * Math.abs(term);
            }
        }
        return sum >= constraint.least() - slack && sum <= constraint.most() + slack;
    }

    private static double number(Parameter parameter, Values point) {
        Quantity quantity = point.quantity(parameter.name());
        return parameter instanceof Parameter.Real real ? quantity.in(real.unit()) : quantity.value();
    }
}
