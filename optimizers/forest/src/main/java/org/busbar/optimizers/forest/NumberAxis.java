package org.busbar.optimizers.forest;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.busbar.api.Parameter;
import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.Values;
import org.busbar.api.optimize.Column;

/**
 * A number from {@code min} to {@code max}, written as its share of that range.
 *
 * @param step in {@code unit}; 0 if any number may be set
 */
record NumberAxis(String name, Unit unit, double min, double max, double step) implements Axis {

    /** A last step that rounding alone pushes past the limit still counts. */
    private static final double ROUNDING = 1e-9;

    static NumberAxis of(Parameter.Real real) {
        return new NumberAxis(real.name(), real.unit(), real.min(), real.max(), real.step());
    }

    static NumberAxis of(Parameter.Whole whole) {
        return new NumberAxis(whole.name(), Unit.ONE, whole.min(), whole.max(), 1);
    }

    @Override
    public Column.Kind kind() {
        return Column.Kind.NUMBER;
    }

    @Override
    public int width() {
        return 1;
    }

    /** @throws IllegalArgumentException if the number is missing, not finite or in a unit of another kind */
    @Override
    public void encode(Values point, double[] row, int at) {
        double value = point.quantity(name).in(unit);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    name + " = " + value + " " + unit.ucum() + " is not a finite number; correct or remove that point");
        }
        row[at] = range() == 0 ? 0 : (value - min) / range();
    }

    @Override
    public Value decode(double[] row, int at) {
        double value = step == 0 ? Math.min(max, min + row[at] * range()) : onStep(stepsTo(row[at]));
        return new Quantity(value, unit, Double.NaN);
    }

    @Override
    public void draw(SplittableRandom random, double[] row, int at) {
        double u = random.nextDouble();
        row[at] = step == 0 ? u : share(Math.floor(u * (steps() + 1)));
    }

    @Override
    public void move(SplittableRandom random, double size, double[] row, int at) {
        double u = Math.max(0, Math.min(1, row[at] + size * random.nextGaussian()));
        row[at] = step == 0 ? u : share(stepsTo(u));
    }

    private double range() {
        return max - min;
    }

    private double steps() {
        return Math.floor(range() / step * (1 + ROUNDING));
    }

    private double stepsTo(double share) {
        return Math.min(steps(), Math.rint(share * range() / step));
    }

    private double share(double steps) {
        return range() == 0 ? 0 : steps * step / range();
    }

    /** In decimals, so that 0.2 and three steps of 0.05 are 0.35 and not 0.35000000000000003. */
    private double onStep(double steps) {
        return BigDecimal.valueOf(min)
                .add(BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(steps)))
                .doubleValue();
    }
}
