package org.busbar.optimizers.search.space;

import org.busbar.api.Quantity;
import org.busbar.api.Unit;
import org.busbar.api.Value;
import org.busbar.api.optimize.Column;

/**
 * A number as its share of a range.
 *
 * @param zero the coordinate written as 0; if logarithmic, its common logarithm
 * @param range how far it is to the coordinate written as 1, in the same measure; not 0
 */
record NumberAxis(String name, Unit unit, double zero, double range, boolean logarithmic, Column.Kind kind)
        implements Axis {

    /** Numbers that have no logarithm are seen as this, far below every limit. */
    private static final double LEAST = 1e-12;

    static NumberAxis linear(String name, Unit unit, double min, double max) {
        double range = max > min ? max - min : Math.max(1, Math.abs(min));
        return new NumberAxis(name, unit, min, range, false, Column.Kind.NUMBER);
    }

    static NumberAxis logarithmic(String name, Unit unit, double min, double max) {
        double low = StrictMath.log10(min);
        double range = max > min ? StrictMath.log10(max) - low : 1;
        return new NumberAxis(name, unit, low, range, true, Column.Kind.NUMBER);
    }

    /** @param total of the mixture, in {@code unit} */
    static NumberAxis share(String name, Unit unit, double total) {
        return new NumberAxis(name, unit, 0, total == 0 ? 1 : Math.abs(total), false, Column.Kind.SHARE);
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void encode(Value value, double[] row, int at) {
        row[at] = share(coordinate(value));
    }

    @Override
    public double coordinate(Value value) {
        if (!(value instanceof Quantity quantity)) {
            throw new IllegalArgumentException(name + " = " + value + " is not a number in " + unit.ucum());
        }
        if (!quantity.unit().measuresSameAs(unit)) {
            throw new IllegalArgumentException(name + " = " + value + " cannot be converted to " + unit.ucum());
        }
        double number = quantity.in(unit);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(
                    name + " = " + value + " is not a finite number; correct or remove that point");
        }
        return number;
    }

    @Override
    public void write(double coordinate, double[] row, int at) {
        row[at] = share(coordinate);
    }

    @Override
    public double read(double[] row, int at) {
        return number(row[at]);
    }

    @Override
    public Value decode(double coordinate) {
        return new Quantity(coordinate, unit, Double.NaN);
    }

    double share(double number) {
        return ((logarithmic ? StrictMath.log10(Math.max(LEAST * StrictMath.pow(10, zero), number)) : number) - zero)
                / range;
    }

    double number(double share) {
        double measure = zero + share * range;
        return logarithmic ? StrictMath.pow(10, measure) : measure;
    }

    /** How much the share changes with the number. */
    double slope(double number) {
        return (logarithmic ? 1 / (number * StrictMath.log(10)) : 1) / range;
    }
}
