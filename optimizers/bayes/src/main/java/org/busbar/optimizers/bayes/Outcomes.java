package org.busbar.optimizers.bayes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.optimize.Observation;
import org.busbar.optimizers.search.numeric.Statistics;

/**
 * What an output was at some points, more being better.
 *
 * @param sign -1 where less is better, and numbers here have changed their sign
 * @param unit of the output as it was first measured; all numbers are in it
 * @param values one per point; NaN where the output is missing
 * @param variances of the noise of each; NaN where not known
 */
record Outcomes(String output, int sign, Unit unit, double[] values, double[] variances) {

    /** @throws IllegalArgumentException if a value is not a quantity, or of another kind than the first */
    static Outcomes of(String output, int sign, List<Observation> observed) {
        Unit unit = observed.stream()
                .map(observation -> observation.outputs().byName().get(output))
                .filter(Quantity.class::isInstance)
                .map(value -> ((Quantity) value).unit())
                .findFirst()
                .orElse(Unit.ONE);
        double[] values = new double[observed.size()];
        double[] variances = new double[observed.size()];
        for (int i = 0; i < values.length; i++) {
            Optional<Quantity> given = quantity(output, observed.get(i), unit);
            values[i] = sign * given.map(Quantity::value).orElse(Double.NaN);
            double deviation = given.map(Quantity::uncertainty).orElse(Double.NaN);
            variances[i] = deviation > 0 ? deviation * deviation : Double.NaN;
        }
        return new Outcomes(output, sign, unit, values, variances);
    }

    private static Optional<Quantity> quantity(String output, Observation observation, Unit unit) {
        Value value = observation.outputs().byName().get(output);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Quantity quantity) || !quantity.unit().measuresSameAs(unit)) {
            throw new IllegalArgumentException(output + " = " + value + " at " + observation.point()
                    + " cannot be compared with values in " + unit.ucum() + "; correct or delete that result");
        }
        return Optional.of(quantity.to(unit));
    }

    /** Whether an output of an observation is a finite number. */
    static boolean isGiven(String output, Observation observation) {
        Value value = observation.outputs().byName().get(output);
        return value != null && (!(value instanceof Quantity quantity) || Double.isFinite(quantity.value()));
    }

    int size() {
        return values.length;
    }

    /** The places where the output is not missing. */
    int[] given() {
        return IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
    }

    /** As many numbers, of the points of some places in groups: means of each group, with variances of the means. */
    Outcomes merged(List<int[]> groups) {
        double pooled = pooledVariance(groups);
        double[] means = new double[groups.size()];
        double[] noise = new double[groups.size()];
        for (int g = 0; g < means.length; g++) {
            int[] group = groups.get(g);
            means[g] = mean(group, values);
            noise[g] = group.length == 1 ? variances[group[0]] : ofMean(group, pooled);
        }
        return new Outcomes(output, sign, unit, means, noise);
    }

    /** From the scatter of replicates where there are three, else from what was stated, else from the scatter of all. */
    private double ofMean(int[] group, double pooled) {
        double stated = mean(group, variances);
        double scatter = squares(group) / (group.length - 1);
        double single = group.length >= 3 && scatter > 0 ? scatter : Double.isNaN(stated) ? pooled : stated;
        return single / group.length;
    }

    private double pooledVariance(List<int[]> groups) {
        double squares = 0;
        int degrees = 0;
        for (int[] group : groups) {
            squares += squares(group);
            degrees += group.length - 1;
        }
        return degrees > 0 && squares > 0 ? squares / degrees : Double.NaN;
    }

    private double squares(int[] group) {
        double mean = mean(group, values);
        double squares = 0;
        for (int i : group) {
            squares += (values[i] - mean) * (values[i] - mean);
        }
        return squares;
    }

    private static double mean(int[] group, double[] numbers) {
        return Statistics.mean(Arrays.stream(group).mapToDouble(i -> numbers[i]).toArray());
    }
}
