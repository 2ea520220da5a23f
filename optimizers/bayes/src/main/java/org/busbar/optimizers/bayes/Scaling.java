package org.busbar.optimizers.bayes;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.optimizers.search.numeric.Statistics;
import org.busbar.optimizers.search.numeric.Winsorized;
import org.busbar.optimizers.search.numeric.YeoJohnson;

/** Between values as they were measured, more being better, and those that are learnt from: mean 0, deviation 1. */
final class Scaling {

    private static final int FEWEST = 4; // fewer have no quartiles worth the name

    private final Outcomes outcomes;
    private final DoubleUnaryOperator bent;
    private final DoubleUnaryOperator straight;
    private final double mean;
    private final double deviation;

    private Scaling(Outcomes outcomes, DoubleUnaryOperator bent, DoubleUnaryOperator straight, double[] values) {
        this.outcomes = outcomes;
        this.bent = bent;
        this.straight = straight;
        double[] shaped = Arrays.stream(values).map(bent).toArray();
        mean = shaped.length == 0 ? 0 : Statistics.mean(shaped);
        double sd = shaped.length == 0 ? 0 : Statistics.sd(shaped);
        deviation = sd > 1e-12 * Math.max(1e-300, Math.abs(mean)) && sd > 0 ? sd : 1;
    }

    static Scaling of(Outcomes outcomes, Transform transform) {
        double[] values = Arrays.stream(outcomes.given())
                .mapToDouble(i -> outcomes.values()[i])
                .toArray();
        if (transform == Transform.WINSORIZED) {
            double floor = values.length < FEWEST
                    ? Double.NEGATIVE_INFINITY
                    : Winsorized.of(values).limit();
            return new Scaling(outcomes, y -> Math.max(y, floor), y -> y, values);
        }
        if (transform == Transform.YEO_JOHNSON && values.length > 2) {
            return bent(outcomes, values);
        }
        return new Scaling(outcomes, y -> y, y -> y, values);
    }

    /** The power is found on values of mean 0 and deviation 1, so that the unit does not matter. */
    private static Scaling bent(Outcomes outcomes, double[] values) {
        Scaling plain = new Scaling(outcomes, y -> y, y -> y, values);
        YeoJohnson power =
                YeoJohnson.fit(Arrays.stream(values).map(plain::forth).toArray());
        return new Scaling(
                outcomes,
                y -> power.transform(plain.forth(y)),
                y -> power.inverse(y) * plain.deviation + plain.mean,
                values);
    }

    Unit unit() {
        return outcomes.unit();
    }

    int sign() {
        return outcomes.sign();
    }

    String output() {
        return outcomes.output();
    }

    double forth(double value) {
        return (bent.applyAsDouble(value) - mean) / deviation;
    }

    double[] forth(double[] values) {
        return Arrays.stream(values).map(this::forth).toArray();
    }

    /** Variances of noise, by the slope of the scaling at each value. */
    double[] variances() {
        double[] scaled = new double[outcomes.size()];
        for (int i = 0; i < scaled.length; i++) {
            double sd = Math.sqrt(outcomes.variances()[i]);
            double value = outcomes.values()[i];
            double half = (forth(value + sd) - forth(value - sd)) / 2;
            scaled[i] = half * half;
        }
        return scaled;
    }

    /** What is expected, in the unit and with the sign of the output; NaN deviations stay NaN. */
    Quantity back(double expected, double sd) {
        double middle = back(expected);
        double half = Math.abs(back(expected + sd) - back(expected - sd)) / 2;
        return new Quantity(outcomes.sign() * middle, outcomes.unit(), half);
    }

    private double back(double scaled) {
        return straight.applyAsDouble(scaled * deviation + mean);
    }

    /** A difference of expected values near a value, in the unit of the output. */
    double difference(double at, double scaled) {
        return back(at + scaled) - back(at);
    }
}
