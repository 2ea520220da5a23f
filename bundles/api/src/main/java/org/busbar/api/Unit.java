package org.busbar.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A unit of measurement, spelt as its UCUM code: {@code mS/cm}, {@code mA.h/g}, {@code Ohm.cm2}, {@code Cel}.
 *
 * <p>Two units are equal if they are spelt alike; whether one converts to the other is {@link #measuresSameAs}. A number
 * {@code x} in this unit is {@code x * factor + offset} in the SI base units of its dimension; only a temperature scale
 * that stands alone ({@code Cel}, {@code [degF]}) has an offset, within a product it counts as a difference.
 *
 * <p>Source: G. Schadow, C. J. McDonald, The Unified Code for Units of Measure, version 2.1. Plane and solid angles,
 * {@code %} and the like have dimension 1, and a mole is the SI base unit, as electrochemists count.
 */
public final class Unit {

    /** More units than any lab uses; bounds the memory that made-up codes from outside can take. */
    static final int MOST_KNOWN = 1000;

    /** A conversion as it was worked out: most units are converted to the same one again and again. */
    private record LastConversion(Unit to, DoubleUnaryOperator work) {}

    private static final Map<String, Unit> KNOWN = new ConcurrentHashMap<>();

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    /** The unit of a number without one. */
    public static final Unit ONE = of("1");

    private final String ucum;
    private final Dimension dimension;
    private final BigDecimal scale;
    private final BigDecimal zero;
    private volatile @Nullable LastConversion last; // a cache: units are equal whatever it holds

    Unit(String ucum, Dimension dimension, BigDecimal scale, BigDecimal zero) {
        this.ucum = ucum;
        this.dimension = dimension;
        this.scale = scale;
        this.zero = zero;
    }

    /**
     * The unit with that UCUM code (case-sensitive form), of up to 250 characters and exponents of up to two digits.
     *
     * <p>Logarithmic units ({@code dB}, {@code Np}) are refused, and so are digits on both sides of a full stop, which
     * UCUM would multiply: {@code 2.5.cm} would be 10 cm.
     *
     * @throws IllegalArgumentException if it is not a UCUM code or uses a unit that is not known here; the message
     *     says what is wrong and, where it can, what was meant
     */
    public static Unit of(String ucum) {
        Unit known = KNOWN.get(ucum);
        if (known != null) {
            return known;
        }
        Unit parsed = UcumParser.parse(ucum);
        if (KNOWN.size() >= MOST_KNOWN) {
            KNOWN.clear();
        }
        KNOWN.put(ucum, parsed);
        return parsed;
    }

    /** How many units are kept at present. */
    static int known() {
        return KNOWN.size();
    }

    /** The UCUM code, as it was given. */
    public String ucum() {
        return ucum;
    }

    /** The SI base units with their exponents, such as {@code m-3 kg-1 s3 A2}; {@code 1} if there are none. */
    public String dimension() {
        return dimension.toString();
    }

    /** How many SI base units one of this unit is. */
    public double factor() {
        return scale.doubleValue();
    }

    /** What 0 in this unit is in SI base units; not 0 for temperature scales only. */
    public double offset() {
        return zero.doubleValue();
    }

    /** Whether a number in this unit can be converted to {@code other}. */
    public boolean measuresSameAs(Unit other) {
        return dimension.equals(other.dimension);
    }

    /**
     * Converts a number in this unit to another unit.
     *
     * @throws IllegalArgumentException if the two units measure different things
     */
    public double convert(double value, Unit to) {
        if (equals(to)) {
            return value;
        }
        LastConversion known = last;
        if (known == null || !known.to.equals(to)) {
            known = new LastConversion(to, conversion(to));
            last = known;
        }
        return known.work.applyAsDouble(value);
    }

    /**
     * Converts a difference of two numbers in this unit, such as an uncertainty: the offsets of temperature scales do
     * not count.
     *
     * @throws IllegalArgumentException if the two units measure different things
     */
    public double convertDifference(double difference, Unit to) {
        require(to);
        return multiplication(to).applyAsDouble(difference);
    }

    /** The product of this unit and another one. */
    public Unit times(Unit other) {
        return of(joined(ucum, ".", other.ucum));
    }

    /** This unit divided by another one. */
    public Unit per(Unit other) {
        return of(joined(ucum, "/", other.ucum));
    }

    private static String joined(String left, String operator, String right) {
        boolean plain = right.indexOf('.') < 0 && right.indexOf('/') < 0 && !Character.isDigit(right.charAt(0));
        return left + operator + (plain ? right : "(" + right + ")");
    }

    /** What {@link #convert} does to each number, worked out once for all of them. */
    DoubleUnaryOperator conversion(Unit to) {
        require(to);
        DoubleUnaryOperator multiplied = multiplication(to);
        double shift = zero.subtract(to.zero).divide(scale, PRECISION).doubleValue();
        return shift == 0 ? multiplied : value -> multiplied.applyAsDouble(value + shift);
    }

    /** By a factor of at least 1, so that 7.4 mS/cm is 0.74 S/m and not 7.4 * 0.1 = 0.7400000000000001. */
    private DoubleUnaryOperator multiplication(Unit to) {
        if (scale.compareTo(to.scale) >= 0) {
            double ratio = scale.divide(to.scale, PRECISION).doubleValue();
            return value -> value * ratio;
        }
        double ratio = to.scale.divide(scale, PRECISION).doubleValue();
        return value -> value / ratio;
    }

    private void require(Unit to) {
        if (!measuresSameAs(to)) {
            throw new IllegalArgumentException("Cannot convert " + ucum + " (" + dimension + ") to " + to.ucum + " ("
                    + to.dimension + "): they measure different things");
        }
    }

    Dimension powers() {
        return dimension;
    }

    BigDecimal scale() {
        return scale;
    }

    BigDecimal zero() {
        return zero;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Unit that && ucum.equals(that.ucum);
    }

    @Override
    public int hashCode() {
        return ucum.hashCode();
    }

    @Override
    public String toString() {
        return ucum;
    }
}
