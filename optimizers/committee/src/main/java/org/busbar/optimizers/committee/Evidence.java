package org.busbar.optimizers.committee;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Values;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Question;
import org.busbar.api.optimize.Training;
import org.busbar.optimizers.search.numeric.Keyed;
import org.busbar.optimizers.search.space.EncodedSpace;

/**
 * What is known, encoded.
 *
 * @param done the trials that gave a value
 * @param values what they gave, more being better, with 0 as mean and 1 as standard deviation
 * @param scale which turns these into quantities
 */
record Evidence(
        EncodedSpace space,
        List<Observation> done,
        double[][] rows,
        double[] values,
        List<double[]> failed,
        List<double[]> awaited,
        Scaling scale) {

    static Evidence of(Question question) {
        EncodedSpace space = EncodedSpace.of(question.problem().space());
        Objective objective = question.problem().objectives().get(0);
        List<Observation> done =
                question.observed().stream().filter(o -> !o.isFailed()).toList();
        List<Quantity> outputs =
                done.stream().map(o -> o.outputs().quantity(objective.output())).toList();
        Scaling scale = Scaling.of(objective, outputs);
        return new Evidence(
                space,
                done,
                done.stream().map(o -> space.encode(o.point())).toArray(double[][]::new),
                outputs.stream().mapToDouble(scale::scaled).toArray(),
                question.observed().stream()
                        .filter(Observation::isFailed)
                        .map(o -> space.encode(o.point()))
                        .toList(),
                question.pending().stream().map(space::encode).toList(),
                scale);
    }

    /** Every row ever suggested. */
    List<double[]> taken() {
        return Stream.of(Arrays.asList(rows), failed, awaited)
                .flatMap(List::stream)
                .toList();
    }

    Training training(long seed) {
        double[] variances = done.stream()
                .map(o -> o.outputs().quantity(scale.objective().output()))
                .mapToDouble(scale::variance)
                .toArray();
        return new Training(
                space.columns(),
                rows,
                values,
                variances,
                List.of(),
                Values.none(),
                Keyed.of(seed, 1).next());
    }

    /**
     * Turns quantities of the objective into numbers to learn from, and back.
     *
     * @param unit that of the first value
     */
    record Scaling(Objective objective, Unit unit, double mean, double deviation) {

        static Scaling of(Objective objective, List<Quantity> outputs) {
            if (outputs.isEmpty()) {
                return new Scaling(objective, Unit.ONE, 0, 1);
            }
            Unit unit = outputs.get(0).unit();
            double[] values = outputs.stream().mapToDouble(q -> q.in(unit)).toArray();
            for (double value : values) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(objective.output() + " = " + value + " " + unit.ucum()
                            + " is not a finite number; report such a trial as failed");
                }
            }
            double mean = Arrays.stream(values).average().orElseThrow();
            double variance = Arrays.stream(values)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElseThrow();
            return new Scaling(objective, unit, mean, variance > 0 ? Math.sqrt(variance) : 1);
        }

        double scaled(Quantity quantity) {
            return objective.goal().sign() * (quantity.in(unit) - mean) / deviation;
        }

        /** The variance that comes with a quantity, NaN if none does. */
        double variance(Quantity quantity) {
            double factor = quantity.unit().equals(unit) ? 1 : Double.NaN;
            double share = factor * quantity.uncertainty() / deviation;
            return share > 0 ? share * share : Double.NaN;
        }

        Quantity quantity(double scaled, double spread) {
            return new Quantity(mean + objective.goal().sign() * deviation * scaled, unit, deviation * spread);
        }
    }
}
