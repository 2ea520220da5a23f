package org.busbar.distribution.bench.optimizers.problems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.optimize.Mixture;
import org.busbar.api.optimize.Space;
import org.busbar.distribution.bench.optimizers.metrics.BestValue;

/**
 * Turns any function of the shares of a mixture, which add up to 1, into a problem.
 *
 * <p>The first points are uniform over the simplex: the gaps between sorted coordinates of the points that
 * {@code init_continuous.csv} has in one dimension less. The optimum is looked for from the best point of a lattice by
 * moving share between pairs of components, ever less of it.
 */
final class Simplex {

    private static final int STEPS = 20;
    private static final double LEAST_MOVE = 1e-9;
    private static final double SLACK = 1e-6;

    private final int components;
    private final InitialDesigns designs;

    /** Takes the number of components, at least 3. */
    Simplex(int components, InitialDesigns designs) {
        this.components = components;
        this.designs = designs;
    }

    /** The problem of making a function of the shares large. */
    Surface problem(String name, int budget, Surface.Formula formula) {
        List<double[]> lattice = lattice();
        String[] names =
                Points.axes(components).stream().map(axis -> axis.name()).toArray(String[]::new);
        Space space = new Space(Points.axes(components), List.of())
                .mixing(Mixture.of(new Quantity(1, Unit.ONE, Double.NaN), names));
        return new Surface(
                name,
                space,
                budget,
                u -> formula.at(whole(u)),
                this::start,
                new BestValue(formula.at(best(formula, lattice))[0], 1, Surfaces.FLOOR),
                lattice);
    }

    private static double[] whole(double... u) {
        double sum = Arrays.stream(u).sum();
        if (Math.abs(sum - 1) > SLACK) {
            throw new IllegalArgumentException(
                    "The shares " + Arrays.toString(u) + " add up to " + sum + ", not to 1 within " + SLACK);
        }
        return u;
    }

    /** Every point of the lattice, the first share rising slowest. */
    private List<double[]> lattice() {
        List<double[]> points = new ArrayList<>();
        fill(new int[components], 0, STEPS, points);
        return points;
    }

    private static void fill(int[] parts, int place, int left, List<double[]> points) {
        if (place == parts.length - 1) {
            parts[place] = left;
            points.add(Arrays.stream(parts)
                    .mapToDouble(part -> part / (double) STEPS)
                    .toArray());
            return;
        }
        for (int part = 0; part <= left; part++) {
            parts[place] = part;
            fill(parts, place + 1, left - part, points);
        }
    }

    private double[] best(Surface.Formula formula, List<double[]> lattice) {
        double[] best = lattice.get(0);
        for (double[] point : lattice) {
            best = formula.at(point)[0] > formula.at(best)[0] ? point : best;
        }
        for (double move = 1.0 / STEPS; move > LEAST_MOVE; move /= 2) {
            for (double[] better = best; better.length > 0; better = moved(formula, best, move)) {
                best = better;
            }
        }
        return best;
    }

    /** A better point that differs by one move of share; nothing if there is none. */
    private double[] moved(Surface.Formula formula, double[] from, double move) {
        for (int i = 0; i < components * components; i++) {
            double[] to = from.clone();
            to[i / components] += move;
            to[i % components] -= move;
            if (to[i % components] >= 0 && formula.at(to)[0] > formula.at(from)[0]) {
                return to;
            }
        }
        return new double[0];
    }

    private List<double[]> start(long seed, int count) {
        return designs.points(components - 1, seed, count).stream()
                .map(Simplex::gaps)
                .toList();
    }

    private static double[] gaps(double... cuts) {
        double[] sorted = Arrays.copyOf(cuts, cuts.length + 1);
        sorted[cuts.length] = 1;
        Arrays.sort(sorted);
        double[] gaps = sorted.clone();
        for (int i = 1; i < gaps.length; i++) {
            gaps[i] = sorted[i] - sorted[i - 1];
        }
        return gaps;
    }
}
