package org.busbar.optimizers.forest;

import java.util.SplittableRandom;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;

/** One parameter of a space as one or more columns of numbers in [0, 1]. */
interface Axis {

    String name();

    /** What each of its columns is. */
    Column.Kind kind();

    /** How many columns it takes. */
    int width();

    /** Writes the value a point has here into {@code row}, from column {@code at} on. */
    void encode(Values point, double[] row, int at);

    /** The value that was written from column {@code at} on. */
    Value decode(double[] row, int at);

    /** Writes a value drawn uniformly, on step. */
    void draw(SplittableRandom random, double[] row, int at);

    /** Moves the value written there by about {@code size} of the range, on step. */
    void move(SplittableRandom random, double size, double[] row, int at);

    /**
     * The axis of a parameter.
     *
     * @throws IllegalArgumentException if the parameter is neither a number within limits nor a choice
     */
    static Axis of(Parameter parameter) {
        if (parameter instanceof Parameter.Real real) {
            return NumberAxis.of(real);
        }
        if (parameter instanceof Parameter.Whole whole) {
            return NumberAxis.of(whole);
        }
        if (parameter instanceof Parameter.Choice choice) {
            return new ChoiceAxis(choice);
        }
        throw new IllegalArgumentException("The forest cannot vary " + parameter.name() + ", a "
                + parameter.getClass().getSimpleName() + "; it varies real and whole numbers and choices");
    }
}
