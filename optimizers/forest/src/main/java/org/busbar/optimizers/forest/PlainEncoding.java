package org.busbar.optimizers.forest;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Space;

/** An encoding of a space of nothing but parameters; see {@link Axis}. */
final class PlainEncoding implements Encoding {

    private final List<Axis> axes;
    private final int width;

    PlainEncoding(Space space) {
        axes = space.parameters().stream().map(Axis::of).toList();
        width = axes.stream().mapToInt(Axis::width).sum();
    }

    @Override
    public List<Column> columns() {
        return axes.stream()
                .flatMap(axis -> Collections.nCopies(axis.width(), new Column(axis.name(), axis.kind())).stream())
                .toList();
    }

    @Override
    public double[] encode(Values point) {
        double[] row = new double[width];
        int at = 0;
        for (Axis axis : axes) {
            axis.encode(point, row, at);
            at += axis.width();
        }
        return row;
    }

    @Override
    public Values decode(double[] row) {
        Values point = Values.none();
        int at = 0;
        for (Axis axis : axes) {
            point = point.with(axis.name(), axis.decode(row, at));
            at += axis.width();
        }
        return point;
    }

    @Override
    public List<double[]> draw(int count, SplittableRandom random) {
        return Stream.generate(() -> draw(random)).limit(count).toList();
    }

    private double[] draw(SplittableRandom random) {
        double[] row = new double[width];
        int at = 0;
        for (Axis axis : axes) {
            axis.draw(random, row, at);
            at += axis.width();
        }
        return row;
    }

    @Override
    public double[] near(double[] row, SplittableRandom random, double size) {
        double[] moved = row.clone();
        int at = 0;
        for (Axis axis : axes) {
            axis.move(random, size, moved, at);
            at += axis.width();
        }
        return moved;
    }
}
