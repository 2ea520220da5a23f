package org.busbar.optimizers.search.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Scale;
import org.busbar.api.optimize.Space;

/** All parameters of a space as columns of a row. Coordinates are one number per parameter, see {@link Axis}. */
final class Axes {

    private final List<String> names;
    private final List<Axis> axes;
    private final int[] starts;
    private final List<Column> columns = new ArrayList<>();

    Axes(Space space) {
        names = space.parameters().stream().map(Parameter::name).toList();
        axes = space.parameters().stream()
                .map(parameter -> axis(parameter, space))
                .toList();
        starts = new int[axes.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = columns.size();
            for (int k = 0; k < axes.get(i).width(); k++) {
                columns.add(new Column(names.get(i), axes.get(i).kind()));
            }
        }
    }

    private static Axis axis(Parameter parameter, Space space) {
        Scale scale = space.scales().get(parameter.name());
        if (parameter instanceof Parameter.Choice choice) {
            return scale instanceof Scale.Described described
                    ? DescribedAxis.of(choice, described)
                    : scale instanceof Scale.Ordered ? new OrderedAxis(choice) : new OptionAxis(choice);
        }
        if (parameter instanceof Parameter.Real real) {
            return scale instanceof Scale.Log
                    ? NumberAxis.logarithmic(real.name(), real.unit(), real.min(), real.max())
                    : total(real, space)
                            .map(total -> NumberAxis.share(real.name(), real.unit(), total))
                            .orElseGet(() -> NumberAxis.linear(real.name(), real.unit(), real.min(), real.max()));
        }
        Parameter.Whole whole = (Parameter.Whole) parameter;
        return scale instanceof Scale.Log
                ? NumberAxis.logarithmic(whole.name(), Unit.ONE, whole.min(), whole.max())
                : NumberAxis.linear(whole.name(), Unit.ONE, whole.min(), whole.max());
    }

    private static Optional<Double> total(Parameter.Real real, Space space) {
        return space.mixtures().stream()
                .filter(mixture -> mixture.components().contains(real.name()))
                .map(Mixture::total)
                .map(total -> total.in(real.unit()))
                .findFirst();
    }

    List<Column> columns() {
        return List.copyOf(columns);
    }

    int size() {
        return axes.size();
    }

    int place(String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("The space has no parameter " + name + "; it has " + names);
        }
        return names.indexOf(name);
    }

    Axis axis(int parameter) {
        return axes.get(parameter);
    }

    /** The first column of a parameter. */
    int start(int parameter) {
        return starts[parameter];
    }

    double[] encode(Values point) {
        double[] row = new double[columns.size()];
        for (int i = 0; i < starts.length; i++) {
            axes.get(i).encode(point.get(names.get(i)), row, starts[i]);
        }
        return row;
    }

    double[] coordinates(Values point) {
        double[] coordinates = new double[starts.length];
        for (int i = 0; i < starts.length; i++) {
            coordinates[i] = axes.get(i).coordinate(point.get(names.get(i)));
        }
        return coordinates;
    }

    double[] coordinates(double[] row) {
        double[] coordinates = new double[starts.length];
        for (int i = 0; i < starts.length; i++) {
            coordinates[i] = axes.get(i).read(row, starts[i]);
        }
        return coordinates;
    }

    double[] row(double[] coordinates) {
        double[] row = new double[columns.size()];
        for (int i = 0; i < starts.length; i++) {
            axes.get(i).write(coordinates[i], row, starts[i]);
        }
        return row;
    }

    Values decode(double[] coordinates) {
        Map<String, Value> byName = new LinkedHashMap<>();
        for (int i = 0; i < starts.length; i++) {
            byName.put(names.get(i), axes.get(i).decode(coordinates[i]));
        }
        return new Values(byName);
    }
}
