package org.busbar.analyses.voltammetry;

import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Values;

/**
 * A quantity whose uncertainty is known.
 *
 * @param value in the unit of its parameter
 * @param uncertainty one standard deviation, in the same unit
 */
record Known(double value, double uncertainty) {

    /**
     * The input of that name.
     *
     * @throws IllegalArgumentException if its uncertainty is not given: nothing is assumed
     */
    static Known of(String analysis, Values inputs, Parameter.Real parameter) {
        Quantity given = inputs.quantity(parameter.name()).to(parameter.unit());
        if (Double.isNaN(given.uncertainty())) {
            throw new IllegalArgumentException(analysis + ": " + parameter.name() + " = " + given
                    + " has no standard uncertainty; give one, as in '" + given.value() + " +- "
                    + Math.abs(given.value()) / 100 + " " + parameter.unit().ucum()
                    + "', or '+- 0' for an exact number");
        }
        return new Known(given.value(), given.uncertainty());
    }

    /** Uncertainty relative to the value. */
    double relative() {
        return uncertainty / Math.abs(value);
    }
}
