package org.busbar.campaign;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Text;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;

/** Sees whether points and results from elsewhere are of the kind a problem has; they may lie outside of its limits. */
final class Likeness {

    private final Problem problem;

    Likeness(Problem problem) {
        this.problem = problem;
    }

    /**
     * Passes if the observation has every parameter, and unless it failed every objective as a number.
     *
     * @param where what to call it in a fault
     * @throws IllegalArgumentException naming all that is missing or in another unit
     */
    void check(String where, Observation observation) {
        checkPoint(where, observation.point());
        List<String> missing = problem.objectives().stream()
                .map(Objective::output)
                .filter(output -> !(observation.outputs().byName().get(output) instanceof Quantity))
                .toList();
        if (!observation.isFailed() && !missing.isEmpty()) {
            throw new IllegalArgumentException(
                    where + " has no number for the objectives " + missing + ", only " + observation.outputs());
        }
    }

    /** Passes if the point has every parameter, each of its kind. */
    void checkPoint(String where, Values point) {
        List<String> faults = new ArrayList<>();
        for (Parameter parameter : problem.space().parameters()) {
            Value value = point.byName().get(parameter.name());
            if (value == null) {
                faults.add("it has no " + parameter.name() + ", only " + point.names());
            } else if (!isLike(parameter, value)) {
                faults.add(parameter.name() + " = " + value + " is not " + kind(parameter));
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(where + ": " + String.join("; ", faults));
        }
    }

    private static boolean isLike(Parameter parameter, Value value) {
        if (parameter instanceof Parameter.Choice) {
            return value instanceof Text;
        }
        Unit unit = parameter instanceof Parameter.Real real ? real.unit() : Unit.ONE;
        return value instanceof Quantity quantity && quantity.unit().measuresSameAs(unit);
    }

    private static String kind(Parameter parameter) {
        return parameter instanceof Parameter.Real real
                ? "a number in " + real.unit().ucum()
                : parameter instanceof Parameter.Whole ? "a whole number" : "a word";
    }
}
