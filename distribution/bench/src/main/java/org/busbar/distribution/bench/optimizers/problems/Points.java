package org.busbar.distribution.bench.optimizers.problems;

import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.optimize.Objective;

/** Points of the unit cube as values {@code x0}, {@code x1}, … without a unit. */
public final class Points {

    private Points() {}

    /** The axes of a cube, each from 0 to 1. */
    static List<Parameter> axes(int dimension) {
        return IntStream.range(0, dimension)
                .<Parameter>mapToObj(i -> Parameter.real("x" + i, "1", 0, 1))
                .toList();
    }

    /** Objectives {@code y0}, {@code y1}, … that are all to be maximised. */
    static List<Objective> objectives(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Objective("y" + i, Objective.Goal.MAXIMIZE))
                .toList();
    }

    /** Coordinates as values. */
    public static Values of(double... x) {
        Values point = Values.none();
        for (int i = 0; i < x.length; i++) {
            point = point.with("x" + i, new Quantity(x[i], Unit.ONE, Double.NaN));
        }
        return point;
    }

    /**
     * The coordinates of a point.
     *
     * @throws IllegalArgumentException if one is missing or not from 0 to 1
     */
    public static double[] coordinates(Values point, int dimension) {
        double[] x = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            x[i] = point.quantity("x" + i).in(Unit.ONE);
            if (!(x[i] >= 0 && x[i] <= 1)) {
                throw new IllegalArgumentException("x" + i + " = " + x[i] + " is not from 0 to 1");
            }
        }
        return x;
    }
}
