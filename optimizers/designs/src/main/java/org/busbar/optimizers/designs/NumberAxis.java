package org.busbar.optimizers.designs;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Value;

/**
 * The range of a number.
 *
 * @param least the lower limit, in {@code unit}
 * @param most the highest number that can be set, on a step
 * @param step 0 if any number can be set
 * @param logarithmic whether ratios count
 */
record NumberAxis(Parameter parameter, Unit unit, double least, double most, double step, boolean logarithmic)
        implements Axis {

    /** A last step that rounding alone pushes past the limit still counts. */
    private static final double ROUNDING = 1e-9;

    static NumberAxis of(Parameter parameter, boolean logarithmic) {
        if (parameter instanceof Parameter.Real real) {
            double last = real.step() == 0 ? real.max() : last(real);
            return new NumberAxis(real, real.unit(), real.min(), last, real.step(), logarithmic);
        }
        if (parameter instanceof Parameter.Whole whole) {
            return new NumberAxis(whole, Unit.ONE, whole.min(), whole.max(), 1, logarithmic);
        }
        throw new IllegalArgumentException("No design can vary " + parameter.name() + ", a "
                + parameter.getClass().getSimpleName() + "; it must be a number within limits or a choice");
    }

    private static double last(Parameter.Real real) {
        double steps = Math.floor((real.max() - real.min()) / real.step() * (1 + ROUNDING));
        return onStep(real.min(), real.step(), steps, real.max());
    }

    @Override
    public Value spread(double place) {
        if (step == 0 || logarithmic) {
            return at(place);
        }
        return quantity(onStep(least, step, Math.floor(place * (steps() + 1)), most));
    }

    /** The number that can be set next to a place from 0 to 1. */
    Value at(double place) {
        double number = logarithmic ? least * StrictMath.pow(most / least, place) : least + place * (most - least);
        return nearest(number);
    }

    /** The number that can be set next to {@code number}. */
    Value nearest(double number) {
        double within = Math.max(least, Math.min(most, number));
        return quantity(step == 0 ? within : onStep(least, step, Math.rint((within - least) / step), most));
    }

    private double steps() {
        return Math.rint((most - least) / step);
    }

    /** In decimals, so that 0.2 and three steps of 0.05 are 0.35 and not 0.35000000000000003. */
    private static double onStep(double least, double step, double steps, double most) {
        double number = BigDecimal.valueOf(least)
                .add(BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(steps)))
                .doubleValue();
        return Math.min(most, number);
    }

    private Value quantity(double number) {
        return new Quantity(number, unit, Double.NaN);
    }

    @Override
    public List<Value> levels(int count) {
        if (count == 1) {
            return List.of(middle());
        }
        return IntStream.range(0, count)
                .mapToObj(i -> at((double) i / (count - 1)))
                .distinct()
                .toList();
    }

    @Override
    public Value middle() {
        return at(0.5);
    }

    @Override
    public double place(Value value) {
        if (!(value instanceof Quantity quantity)) {
            throw new IllegalArgumentException(name() + " = " + value + " is not a number in " + unit.ucum());
        }
        double number = quantity.in(unit);
        if (most == least) {
            return (number - least) / Math.max(1, Math.abs(least));
        }
        return logarithmic ? logarithm(number) : (number - least) / (most - least);
    }

    private double logarithm(double number) {
        return number > 0 ? StrictMath.log(number / least) / StrictMath.log(most / least) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double distance(double a, double b) {
        return a == b ? 0 : Math.abs(a - b);
    }
}
