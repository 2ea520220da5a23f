package org.busbar.distribution.bench.studies.latp;

import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Scale;
import org.busbar.api.optimize.Space;

/** Conditions as an optimizer is offered them; it is told log10 of the conductivity in S/cm. */
final class Sintering {

    private static final Unit PERCENT = Unit.of("%");
    private static final Unit CELSIUS = Unit.of("Cel");
    private static final Unit MINUTE = Unit.of("min");
    private static final String OUTPUT = "log10_conductivity";

    private Sintering() {}

    static Problem problem(List<Condition> conditions) {
        List<Parameter> parameters = List.of(
                Parameter.real("acid", "%", -22.5, 7.5),
                Parameter.real("temperature", "Cel", 800, 1100),
                Parameter.real("time", "min", 10, 540));
        Space space =
                new Space(parameters, conditions.stream().map(Sintering::point).toList()).seen("time", new Scale.Log());
        return new Problem(space, List.of(new Objective(OUTPUT, Objective.Goal.MAXIMIZE)));
    }

    static Values point(Condition condition) {
        return Values.of("acid", new Quantity(condition.acid(), PERCENT, Double.NaN))
                .with("temperature", new Quantity(condition.temperature(), CELSIUS, Double.NaN))
                .with("time", new Quantity(condition.time(), MINUTE, Double.NaN));
    }

    static Condition condition(Values point) {
        return new Condition(
                point.quantity("acid").in(PERCENT),
                point.quantity("temperature").in(CELSIUS),
                point.quantity("time").in(MINUTE));
    }

    static Observation observation(Condition condition, SyntheticSurface surface) {
        Quantity value = new Quantity(surface.log10(condition), Unit.ONE, Double.NaN);
        return new Observation(point(condition), Values.of(OUTPUT, value));
    }
}
