package org.busbar.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers of one unit in order, such as a spectrum or a discharge curve. A missing number is NaN. */
public final class Series implements Value {

    private final double[] values;
    private final Unit unit;

    /** Keeps a copy of {@code values}. */
    public Series(double[] values, Unit unit) {
        this.values = values.clone();
        this.unit = unit;
    }

    /** A series in the unit with that UCUM code. */
    public static Series of(String ucum, double... values) {
        return new Series(values, Unit.of(ucum));
    }

    /** A fresh copy of the numbers, in {@link #unit()}. */
    public double[] values() {
        return values.clone();
    }

    /** The number at {@code index}, from 0, in {@link #unit()}. */
    public double value(int index) {
        return values[index];
    }

    public int size() {
        return values.length;
    }

    public Unit unit() {
        return unit;
    }

    /**
     * A fresh array of the numbers in another unit.
     *
     * @throws IllegalArgumentException if the two units measure different things
     */
    public double[] in(Unit other) {
        return Arrays.stream(values).map(unit.conversion(other)).toArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Series that && unit.equals(that.unit) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * unit.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " values in " + unit.ucum();
    }
}
