package org.busbar.optimizers.search.space;

import org.busbar.api.Value;
import org.busbar.api.optimize.Column;

/**
 * One parameter as one or more columns of a row. Between the two stands the coordinate: a number in the parameter's own
 * unit, or the place of an option.
 */
interface Axis {

    /** How many columns it takes. */
    int width();

    Column.Kind kind();

    /**
     * Writes any value of the kind of the parameter, even outside of its limits or options.
     *
     * @throws IllegalArgumentException if the value is of another kind or dimension, or not finite
     */
    void encode(Value value, double[] row, int at);

    /** The coordinate of a value; NaN for a word that is no option. */
    double coordinate(Value value);

    /** Writes a coordinate. */
    void write(double coordinate, double[] row, int at);

    /** The coordinate a row stands for, not rounded; the nearest option, or NaN where none is any nearer. */
    double read(double[] row, int at);

    /** The value at a coordinate. */
    Value decode(double coordinate);
}
