package org.busbar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.campaign.Standing;
import org.busbar.api.campaign.Trial;
import org.jspecify.annotations.Nullable;

/**
 * Where in the space of compositions was measured, and what was found there.
 *
 * @param axes the first numeric dimensions of the space, one or two
 * @param others dimensions that are not drawn
 * @param best the number of the best trial; null if there is none
 */
record Composition(
        String output, String unit, List<Axis> axes, List<String> others, List<Point> points, @Nullable Integer best) {

    /** A dimension of the space with its limits. */
    record Axis(String name, String unit, double min, double max) {}

    /** One trial; {@code at} has a number per axis, {@code value} is null unless something was measured. */
    record Point(int trial, String optimizer, Trial.State state, List<Double> at, @Nullable Double value) {}

    /** The plot of a campaign; empty if its space has no numeric dimension. */
    static Optional<Composition> of(Standing standing) {
        List<Parameter> space = standing.campaign().problem().space().parameters();
        List<Axis> axes = axes(space);
        if (axes.isEmpty()) {
            return Optional.empty();
        }
        Measured measured = Measured.of(standing);
        return Optional.of(new Composition(
                measured.objective().output(),
                Numbers.symbol(measured.unit()),
                axes,
                others(space, axes),
                points(standing, axes, measured),
                standing.best().map(Trial::number).orElse(null)));
    }

    private static List<Axis> axes(List<Parameter> space) {
        return space.stream().flatMap(p -> axis(p).stream()).limit(2).toList();
    }

    private static Optional<Axis> axis(Parameter parameter) {
        if (parameter instanceof Parameter.Real r) {
            return Optional.of(new Axis(r.name(), Numbers.symbol(r.unit()), r.min(), r.max()));
        }
        if (parameter instanceof Parameter.Whole w) {
            return Optional.of(new Axis(w.name(), "", w.min(), w.max()));
        }
        return Optional.empty();
    }

    private static List<String> others(List<Parameter> space, List<Axis> axes) {
        List<String> drawn = axes.stream().map(Axis::name).toList();
        return space.stream()
                .map(Parameter::name)
                .filter(name -> !drawn.contains(name))
                .toList();
    }

    private static List<Point> points(Standing standing, List<Axis> axes, Measured measured) {
        List<Point> points = new ArrayList<>();
        for (Trial trial : standing.trials()) {
            Quantity value = measured.byTrial().get(trial.number());
            List<Double> at = axes.stream().map(axis -> at(trial, axis)).toList();
            String optimizer = trial.suggestedBy().id();
            points.add(new Point(
                    trial.number(),
                    optimizer,
                    trial.state(),
                    at,
                    value == null ? null : Double.valueOf(value.value())));
        }
        return points;
    }

    private static double at(Trial trial, Axis axis) {
        return trial.point().quantity(axis.name()).in(axis.unit().isEmpty() ? Unit.ONE : Unit.of(axis.unit()));
    }
}
