package org.busbar.optimizers.search.space;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Space;

/** Points that alone may be tried, and their rows. */
record Listed(List<Values> points, double[][] rows, double[][] coordinates) {

    private static final double SAME = 1e-9;

    /** Those candidates of a space that keep its mixtures and constraints. */
    static Listed of(Space space, Axes axes, Region region) {
        space.candidates().forEach(candidate -> check(candidate, space.parameters()));
        List<Values> points = space.candidates().stream()
                .filter(candidate -> region.linked(axes.coordinates(candidate)))
                .toList();
        if (points.isEmpty()) {
            throw new IllegalArgumentException(
                    "None of the " + space.candidates().size()
                            + " candidates keeps all mixtures " + space.mixtures() + " and constraints "
                            + space.constraints() + "; change these or the candidates");
        }
        return of(points, axes);
    }

    static Listed of(List<Values> points, Axes axes) {
        return new Listed(
                points,
                points.stream().map(axes::encode).toArray(double[][]::new),
                points.stream().map(axes::coordinates).toArray(double[][]::new));
    }

    private static void check(Values candidate, List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            parameter.refusal(candidate.get(parameter.name())).ifPresent(refusal -> {
                throw new IllegalArgumentException(
                        "The candidate " + candidate + " cannot be tried: " + refusal + "; correct or remove it");
            });
        }
    }

    int size() {
        return rows.length;
    }

    /** The point of the nearest row. */
    Values point(double[] row) {
        return points.get(place(row));
    }

    double[] nearest(double[] row) {
        return rows[place(row)].clone();
    }

    boolean has(double[] row) {
        double[] nearest = rows[place(row)];
        return IntStream.range(0, row.length).allMatch(i -> Math.abs(row[i] - nearest[i]) <= SAME);
    }

    private int place(double[] row) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            double squared = squared(rows[i], row, least);
            if (squared < least) {
                least = squared;
                best = i;
            }
        }
        return best;
    }

    private static double squared(double[] a, double[] b, double enough) {
        double squared = 0;
        for (int i = 0; i < a.length && squared < enough; i++) {
            squared += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return squared;
    }

    /** Those with a coordinate. */
    Listed having(int parameter, double coordinate, Value value) {
        double slack = SAME * Math.max(1e-12, Math.abs(coordinate));
        Listed some = only(i -> Math.abs(coordinates[i][parameter] - coordinate) <= slack);
        if (some.size() == 0) {
            throw new IllegalArgumentException("No candidate has the value " + value + "; add one that has");
        }
        return some;
    }

    /** Those between two rows in numbers and shares, or all if there are none. */
    Listed within(double[] low, double[] high, List<Column> columns) {
        int[] numbers = IntStream.range(0, low.length)
                .filter(k -> columns.get(k).kind() == Column.Kind.NUMBER
                        || columns.get(k).kind() == Column.Kind.SHARE)
                .toArray();
        Listed some = only(
                i -> IntStream.of(numbers).allMatch(k -> rows[i][k] >= low[k] - SAME && rows[i][k] <= high[k] + SAME));
        return some.size() == 0 ? this : some;
    }

    private Listed only(IntPredicate kept) {
        int[] places = IntStream.range(0, rows.length).filter(kept).toArray();
        return new Listed(
                IntStream.of(places).mapToObj(points::get).toList(),
                IntStream.of(places).mapToObj(i -> rows[i]).toArray(double[][]::new),
                IntStream.of(places).mapToObj(i -> coordinates[i]).toArray(double[][]::new));
    }
}
