package org.busbar.analyses.eis.fit;

import org.busbar.analyses.eis.circuit.Slot;

/**
 * One parameter as the search sees it: its logarithm, or, where 0 is allowed or the range is short, itself.
 *
 * @param bound in the unit of the parameter
 * @param chosen whether somebody asked for this bound
 * @param free whether it is fitted
 */
record Coordinate(Slot slot, boolean logarithmic, Bound bound, boolean chosen, boolean free) {

    static boolean logarithmic(Slot.Kind kind) {
        return kind != Slot.Kind.INDUCTANCE && kind != Slot.Kind.EXPONENT;
    }

    double of(double value) {
        return logarithmic ? Math.log(value) : value;
    }

    double value(double coordinate) {
        return bound.nearest(logarithmic ? Math.exp(coordinate) : coordinate);
    }

    double low() {
        return of(bound.low());
    }

    double high() {
        return of(bound.high());
    }

    /** Derivative of the parameter by the coordinate. */
    double slope(double value) {
        return logarithmic ? value : 1;
    }

    /** The longest step the search may take at once. */
    double longest() {
        return logarithmic ? 2 : slot.kind() == Slot.Kind.EXPONENT ? 0.3 : Double.POSITIVE_INFINITY;
    }
}
