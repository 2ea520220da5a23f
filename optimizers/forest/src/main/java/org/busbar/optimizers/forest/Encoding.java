package org.busbar.optimizers.forest;

import java.util.List;
import java.util.SplittableRandom;
import org.busbar.api.Values;
import org.busbar.api.optimize.Space;

/** Points of a space as rows of numbers in [0, 1], and back; see {@link Axis}. */
final class Encoding {

    private final List<Axis> axes;
    private final int width;

    Encoding(Space space) {
        axes = space.parameters().stream().map(Axis::of).toList();
        width = axes.stream().mapToInt(Axis::width).sum();
    }

    double[] encode(Values point) {
        double[] row = new double[width];
        int at = 0;
        for (Axis axis : axes) {
            axis.encode(point, row, at);
            at += axis.width();
        }
        return row;
    }

    double[][] encode(List<Values> points) {
        return points.stream().map(this::encode).toArray(double[][]::new);
    }

    Values decode(double[] row) {
        Values point = Values.none();
        int at = 0;
        for (Axis axis : axes) {
            point = point.with(axis.name(), axis.decode(row, at));
            at += axis.width();
        }
        return point;
    }

    /** A row drawn uniformly over the space, on step. */
    double[] draw(SplittableRandom random) {
        double[] row = new double[width];
        int at = 0;
        for (Axis axis : axes) {
            axis.draw(random, row, at);
            at += axis.width();
        }
        return row;
    }

    /** A row near another one, on step; {@code size} is a standard deviation as a share of each range. */
    double[] near(double[] row, SplittableRandom random, double size) {
        double[] moved = row.clone();
        int at = 0;
        for (Axis axis : axes) {
            axis.move(random, size, moved, at);
            at += axis.width();
        }
        return moved;
    }
}
