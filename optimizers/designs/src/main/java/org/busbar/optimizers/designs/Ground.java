package org.busbar.optimizers.designs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Space;
import org.busbar.optimizers.search.numeric.Keyed;

/**
 * What a design is laid out on.
 *
 * @param axes all parameters, in the order of the space
 * @param blends the mixtures
 * @param settled makes points such that they can be set
 * @param random where all random numbers come from; designs draw from streams below it
 */
record Ground(Space space, List<Axis> axes, List<Blend> blends, Settled settled, Choices choices, Keyed random) {

    static Ground of(Space space, Choices choices, long seed) {
        List<Axis> axes = space.parameters().stream()
                .map(parameter -> Axis.of(parameter, space))
                .toList();
        List<Blend> blends = space.mixtures().stream()
                .map(mixture -> Blend.of(mixture, space))
                .toList();
        return new Ground(space, axes, blends, Settled.in(space), choices, Keyed.of(seed, 0xde51, 1));
    }

    /** A point made of one value for each parameter. */
    Values point(Function<Axis, Value> values) {
        Values point = Values.none();
        for (Axis axis : axes) {
            point = point.with(axis.name(), values.apply(axis));
        }
        return point;
    }

    Values middle() {
        return point(Axis::middle);
    }

    /** The parameters that are no component of a mixture. */
    List<Axis> free() {
        List<String> mixed = space.mixtures().stream()
                .map(Mixture::components)
                .flatMap(List::stream)
                .toList();
        return axes.stream().filter(axis -> !mixed.contains(axis.name())).toList();
    }

    /** The parameters that have more than one value. */
    List<Axis> varied() {
        return axes.stream().filter(axis -> axis.levels(2).size() > 1).toList();
    }

    /** Where a point lies along each axis. */
    double[] place(Values point) {
        return axes.stream()
                .mapToDouble(axis -> axis.place(point.get(axis.name())))
                .toArray();
    }

    /** The square of how far two places are from each other. */
    double squared(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double along = axes.get(i).distance(a[i], b[i]);
            sum += along * along;
        }
        return sum;
    }

    /** The point as it can be set; empty if it breaks a constraint. Where there are candidates, the point itself. */
    Optional<Values> settled(Values point) {
        return space.candidates().isEmpty() ? settled.of(point) : Optional.of(point);
    }

    /**
     * A plan of finitely many points, less those that break a constraint, in the order that was chosen.
     *
     * @throws IllegalArgumentException if none is left
     */
    Plan plan(String title, List<Values> points, Map<String, String> facts) {
        List<Values> kept = new ArrayList<>(
                points.stream().map(this::settled).flatMap(Optional::stream).toList());
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("None of the " + points.size() + " points of the " + title
                    + " keeps the limits and constraints of the space; widen them or take the design sobol or random");
        }
        Map<String, String> all = new LinkedHashMap<>(facts);
        if (kept.size() < points.size()) {
            all.put("left out", (points.size() - kept.size()) + " points that break a limit or a constraint");
        }
        if (choices.word(Choices.ORDER).equals("random")) {
            random.at(2).shuffle(kept);
        }
        return new Plan(title, kept, OptionalInt.of(kept.size()), all);
    }

    /** @throws IllegalArgumentException if there are mixtures */
    void refuseMixtures(String title) {
        if (!blends.isEmpty()) {
            throw new IllegalArgumentException(
                    "The " + title + " varies each parameter on its own, which the components "
                            + blends.get(0).mixture().components()
                            + " of a mixture do not allow; take simplex-lattice, simplex-centroid, sobol or random");
        }
    }

    /** @throws IllegalArgumentException if a parameter is a choice */
    void refuseChoices(String title) {
        axes.stream().filter(ChoiceAxis.class::isInstance).findFirst().ifPresent(axis -> {
            throw new IllegalArgumentException("The " + title + " needs numbers, and " + axis.name()
                    + " is a choice; fix it or take another design, such as full-factorial or sobol");
        });
    }
}
