package org.busbar.drivers.methodscript;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as MethodSCRIPT writes them: a whole number and an SI prefix.
 *
 * <p>Source: MethodSCRIPT v1.2 (PalmSens, 22-4-2020), chapter 4: in a script {@code 500m}, without a prefix {@code 2}; in
 * a data package seven hexadecimal digits with an offset of 0x8000000 and a prefix, {@code 800000Am}, or {@code nan}.
 */
public final class SiNumber {

    /** From 10^-18 on, each a thousand times the one before. */
    private static final String PREFIXES = "afpnum kMGTPE";

    private static final int SMALLEST = -18;
    private static final int OFFSET = 0x8000000;
    private static final String NAN = "     nan";
    private static final Pattern LITERAL = Pattern.compile("([+-]?\\d{1,9})([afpnumkMGTPEi]?)");
    private static final Pattern PACKED = Pattern.compile("[0-9A-F]{7}[afpnum kMGTPEi]");
    private static final MathContext DIGITS = new MathContext(7);

    private SiNumber() {}

    /**
     * A number as a script has it, rounded to seven digits and to 1e-18.
     *
     * @throws IllegalArgumentException if it is not finite or beyond 1e12
     */
    public static String literal(double value) {
        if (!(Math.abs(value) <= 1e12)) {
            throw new IllegalArgumentException("A script cannot have the number " + value + ": use -1e12 to 1e12");
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).setScale(-SMALLEST, RoundingMode.HALF_UP);
        if (rounded.signum() == 0) {
            return "0";
        }
        int exponent = 12;
        while (!isWhole(rounded.scaleByPowerOfTen(-exponent))) {
            exponent -= 3;
        }
        return rounded.scaleByPowerOfTen(-exponent).toBigInteger()
                + String.valueOf(prefix(exponent)).strip();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /**
     * The number that a script means.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static double parse(String literal) {
        Matcher form = LITERAL.matcher(literal);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + literal + "' is not a number such as 500m");
        }
        return scaled(
                Long.parseLong(form.group(1)),
                form.group(2).isEmpty() ? ' ' : form.group(2).charAt(0));
    }

    /** A number as a data package has it: eight characters, with the smallest prefix for which it fits. */
    public static String packed(double value) {
        if (Double.isNaN(value)) {
            return NAN;
        }
        int exponent = SMALLEST;
        while (Math.abs(value) * Math.pow(10, -exponent) >= OFFSET - 1) {
            exponent += 3;
        }
        long mantissa = Math.round(value * Math.pow(10, -exponent));
        return String.format(Locale.ROOT, "%07X%c", mantissa + OFFSET, prefix(exponent));
    }

    /**
     * The number that eight characters of a data package mean; NaN if the instrument has none.
     *
     * @throws IllegalArgumentException if they mean none
     */
    public static double unpacked(String eight) {
        if (eight.equals(NAN)) {
            return Double.NaN;
        }
        if (!PACKED.matcher(eight).matches()) {
            throw new IllegalArgumentException("'" + eight + "' is not a number such as 800000Am");
        }
        return scaled(Long.parseLong(eight.substring(0, 7), 16) - OFFSET, eight.charAt(7));
    }

    private static char prefix(int exponent) {
        return PREFIXES.charAt((exponent - SMALLEST) / 3);
    }

    private static double scaled(long mantissa, char prefix) {
        int exponent = prefix == 'i' ? 0 : SMALLEST + 3 * PREFIXES.indexOf(prefix);
        return new BigDecimal(mantissa).scaleByPowerOfTen(exponent).doubleValue();
    }
}
