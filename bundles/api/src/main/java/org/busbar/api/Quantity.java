package org.busbar.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit and, where known, its standard uncertainty.
 *
 * @param value the number, in {@code unit}; NaN is allowed here and refused by every {@link Parameter}
 * @param uncertainty one standard deviation, in the same unit; {@code NaN} when it is not known, never negative
 */
public record Quantity(double value, Unit unit, double uncertainty) implements Value {

    private static final String NUMBER =
            "[+-]?(?:[0-9]++\\.?[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?+|[+-]?Infinity|NaN";
    private static final Pattern FORM = Pattern.compile("(?<value>" + NUMBER + ")(?:\\s++(?:\\+-|±)\\s++(?<uncertainty>"
            + NUMBER + "))?+(?:\\s++(?<unit>\\S++))?+");
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    public Quantity {
        if (uncertainty < 0) {
            throw new IllegalArgumentException(
                    "An uncertainty cannot be negative: " + uncertainty + " " + unit.ucum() + "; NaN means not known");
        }
    }

    /** A quantity of unknown uncertainty, as in {@code Quantity.of(25, "mL")}. */
    public static Quantity of(double value, String ucum) {
        return new Quantity(value, Unit.of(ucum), Double.NaN);
    }

    /** A quantity with its standard uncertainty, as in {@code Quantity.of(7.4, 0.2, "mS/cm")}. */
    public static Quantity of(double value, double uncertainty, String ucum) {
        return new Quantity(value, Unit.of(ucum), uncertainty);
    }

    /**
     * Reads a number followed by a blank and a UCUM code, such as {@code 20 Cel} or {@code 7.4 +- 0.2 mS/cm}; without
     * a code the unit is 1.
     *
     * @throws IllegalArgumentException if {@code text} is not of that form or the unit is unknown
     */
    public static Quantity parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a number with a unit, such as '20 Cel' or '7.4 +- 0.2 mS/cm'");
        }
        String uncertainty = form.group("uncertainty");
        String ucum = form.group("unit");
        return new Quantity(
                Double.parseDouble(form.group("value")),
                ucum == null ? Unit.ONE : Unit.of(ucum),
                uncertainty == null ? Double.NaN : Double.parseDouble(uncertainty));
    }

    /**
     * The number this quantity has in another unit.
     *
     * @throws IllegalArgumentException if the two units measure different things
     */
    public double in(Unit other) {
        return unit.convert(value, other);
    }

    /** The number this quantity has in the unit with that UCUM code; see {@link #in(Unit)}. */
    public double in(String ucum) {
        return in(Unit.of(ucum));
    }

    /**
     * This quantity, uncertainty included, in another unit.
     *
     * @throws IllegalArgumentException if the two units measure different things
     */
    public Quantity to(Unit other) {
        return new Quantity(in(other), other, unit.convertDifference(uncertainty, other));
    }

    /**
     * As a person reads it: {@code 7.40 ± 0.20 mS/cm} with the uncertainty to two digits and the number to as many
     * places, or {@code 25 mL} if the uncertainty is not known. What this gives, {@link #parse} reads.
     */
    @Override
    public String toString() {
        String symbol = unit.ucum().equals("1") ? "" : " " + unit.ucum();
        return (Double.isNaN(uncertainty) ? plain(value) : withUncertainty()) + symbol;
    }

    private String withUncertainty() {
        if (uncertainty == 0 || Double.isInfinite(uncertainty) || !Double.isFinite(value)) {
            return plain(value) + " ± " + plain(uncertainty);
        }
        BigDecimal two = BigDecimal.valueOf(uncertainty).round(TWO_DIGITS);
        int places = two.scale() + 2 - two.precision();
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
        boolean tooFine = rounded.precision() > 17; // more digits than a double has
        return (tooFine ? plain(value) : plain(rounded)) + " ± " + plain(two.setScale(places));
    }

    private static String plain(BigDecimal number) {
        boolean readable = number.scale() <= 9 && number.precision() - number.scale() <= 15;
        return readable ? number.toPlainString() : number.toString();
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
