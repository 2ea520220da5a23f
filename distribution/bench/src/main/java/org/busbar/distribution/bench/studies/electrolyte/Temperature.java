package org.busbar.distribution.bench.studies.electrolyte;

import java.util.ArrayList;
import java.util.List;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Problem;
import org.busbar.api.optimize.Space;

/**
 * What was measured at one temperature: a pool of formulations. Immutable.
 *
 * <p>The problem offers them as candidates with the parameters {@code share} and {@code salt}, and wants the largest
 * {@code conductivity}.
 */
public final class Temperature {

    static final double LEAST_SHARE = 0;
    static final double MOST_SHARE = 1;
    static final double LEAST_SALT = 0.15;
    static final double MOST_SALT = 2.15;

    private static final Unit SALT = Unit.of("mol/kg");
    private static final Unit CONDUCTIVITY = Unit.of("mS/cm");

    private final double kelvin;
    private final List<Formulation> formulations;
    private final List<Values> points;

    Temperature(double kelvin, List<Formulation> formulations) {
        this.kelvin = kelvin;
        this.formulations = List.copyOf(formulations);
        this.points = formulations.stream().map(Temperature::point).toList();
    }

    private static Values point(Formulation formulation) {
        return Values.of("share", new Quantity(formulation.share(), Unit.ONE, Double.NaN))
                .with("salt", new Quantity(formulation.salt(), SALT, Double.NaN));
    }

    public double kelvin() {
        return kelvin;
    }

    /** As people write it. */
    public String name() {
        return String.valueOf(Math.round(kelvin)) + " K";
    }

    public int size() {
        return formulations.size();
    }

    public Formulation formulation(int i) {
        return formulations.get(i);
    }

    /** All means, mS/cm. */
    public double[] conductivities() {
        return formulations.stream().mapToDouble(Formulation::conductivity).toArray();
    }

    /** The number of the formulation with the largest mean. */
    public int best() {
        double[] values = conductivities();
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    /** Share and salt of a formulation, each from 0 to 1 within the limits. */
    public double[] row(int i) {
        return row(formulations.get(i).share(), formulations.get(i).salt());
    }

    static double[] row(double share, double salt) {
        return new double[] {
            (share - LEAST_SHARE) / (MOST_SHARE - LEAST_SHARE), (salt - LEAST_SALT) / (MOST_SALT - LEAST_SALT)
        };
    }

    /** The rows of some formulations. */
    public double[][] rows(List<Integer> some) {
        return some.stream().map(this::row).toArray(double[][]::new);
    }

    /** The formulation of a point. */
    public int index(Values point) {
        int place = points.indexOf(point);
        if (place < 0) {
            throw new IllegalArgumentException(point + " is none of the " + size() + " formulations at " + name());
        }
        return place;
    }

    public Values point(int i) {
        return points.get(i);
    }

    /** A formulation that gave a conductivity, in mS/cm. */
    public Observation observation(int i, double conductivity) {
        Quantity value = new Quantity(conductivity, CONDUCTIVITY, Double.NaN);
        return new Observation(points.get(i), Values.of("conductivity", value));
    }

    /** Formulations that gave their means. */
    public List<Observation> observations(List<Integer> some) {
        List<Observation> observed = new ArrayList<>();
        some.forEach(i -> observed.add(observation(i, formulations.get(i).conductivity())));
        return observed;
    }

    public Problem problem() {
        List<Parameter> parameters = List.of(
                Parameter.real("share", "1", LEAST_SHARE, MOST_SHARE),
                Parameter.real("salt", "mol/kg", LEAST_SALT, MOST_SALT));
        return new Problem(
                new Space(parameters, points), List.of(new Objective("conductivity", Objective.Goal.MAXIMIZE)));
    }
}
