package org.busbar.optimizers.forest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.optimize.Objective;
import org.busbar.api.optimize.Observation;
import org.busbar.api.optimize.Question;
import smile.math.special.Erf;

/**
 * All that is known when a point is to be chosen, encoded.
 *
 * @param measured the points that gave a value
 * @param values what they gave, more being better, as normal scores
 * @param failed the points that gave none
 * @param awaited the points whose value is still to come, those just suggested included
 */
record Experience(List<double[]> measured, List<Double> values, List<double[]> failed, List<double[]> awaited) {

    static Experience of(Question question, Objective objective, Encoding encoding) {
        List<Observation> done =
                question.observed().stream().filter(o -> !o.isFailed()).toList();
        List<Observation> failed =
                question.observed().stream().filter(Observation::isFailed).toList();
        return new Experience(
                points(done, encoding),
                normalScores(values(done, objective)),
                points(failed, encoding),
                question.pending().stream().map(encoding::encode).toList());
    }

    /** This experience after suggesting one point more. */
    Experience awaiting(double[] row) {
        List<double[]> more = new ArrayList<>(awaited);
        more.add(row);
        return new Experience(measured, values, failed, more);
    }

    /** Every point ever suggested. */
    List<double[]> tried() {
        return Stream.of(measured, failed, awaited).flatMap(List::stream).toList();
    }

    private static List<double[]> points(List<Observation> observations, Encoding encoding) {
        return observations.stream().map(o -> encoding.encode(o.point())).toList();
    }

    private static double[] values(List<Observation> done, Objective objective) {
        if (done.isEmpty()) {
            return new double[0];
        }
        Unit unit = done.get(0).outputs().quantity(objective.output()).unit();
        return done.stream()
                .mapToDouble(
                        o -> objective.goal().sign() * value(o.outputs().quantity(objective.output()), unit, objective))
                .toArray();
    }

    private static double value(Quantity quantity, Unit unit, Objective objective) {
        double value = quantity.in(unit);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    objective.output() + " = " + quantity + " is not a finite number; report such a trial as failed");
        }
        return value;
    }

    /**
     * Replaces each value by the quantile of the normal distribution at its rank, (number below + half of its equals) / n.
     *
     * <p>Squared errors would otherwise let a few very bad values decide where trees split. It also takes away the unit,
     * which Smile's absolute tolerances require.
     */
    private static List<Double> normalScores(double[] values) {
        return Arrays.stream(values)
                .map(value -> -Math.sqrt(2) * Erf.inverfc(2 * rank(value, values) / values.length))
                .boxed()
                .toList();
    }

    private static double rank(double value, double[] values) {
        return Arrays.stream(values)
                .map(other -> other < value ? 1 : other == value ? 0.5 : 0)
                .sum();
    }
}
