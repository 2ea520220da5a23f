package org.busbar.optimizers.designs;

import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
import org.busbar.api.optimize.Scale;
import org.busbar.api.optimize.Space;

/** One parameter of a space, seen as the range from 0 to 1. */
sealed interface Axis permits NumberAxis, ChoiceAxis {

    Parameter parameter();

    /**
     * The value at a place, such that a uniform place gives every step or option alike.
     *
     * @param place from 0 to below 1
     */
    Value spread(double place);

    /** Values evenly spaced from end to end, fewer if there are not so many; all options of a choice. */
    List<Value> levels(int count);

    /** The value in the middle; the first option of a choice. */
    Value middle();

    /**
     * Where a value lies; beyond 0 to 1 if it lies outside of the limits, NaN if it is no option.
     *
     * @throws IllegalArgumentException if the value is of another kind or cannot be converted
     */
    double place(Value value);

    /** How far two places are from each other, from 0 to 1 within the limits. */
    double distance(double a, double b);

    default String name() {
        return parameter().name();
    }

    static Axis of(Parameter parameter, Space space) {
        Scale scale = space.scales().get(parameter.name());
        if (parameter instanceof Parameter.Choice choice) {
            return new ChoiceAxis(choice, scale instanceof Scale.Ordered);
        }
        return NumberAxis.of(parameter, scale instanceof Scale.Log);
    }
}
