package org.busbar.charts;

import java.util.regex.Pattern;
import org.busbar.api.Unit;
import org.busbar.api.chart.Axis;

/** What is written beside an axis: {@code label / unit}, the unit as people write it. */
final class Titles {

    private static final String DIGITS = "0123456789-+";
    private static final String RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u207a";
    private static final Pattern MICRO = Pattern.compile("(?<![A-Za-z\\]])u(?=[A-Zglmsh])");
    private static final Pattern EXPONENT = Pattern.compile("(?<=[A-Za-z\\u03a9\\]])[+-]?[0-9]+");

    private Titles() {}

    static String of(Axis axis) {
        return of(axis, 0);
    }

    /** With the power of ten that the numbers are to be multiplied by. */
    static String of(Axis axis, int exponent) {
        String measure = measure(axis.unit(), exponent);
        return measure.isEmpty() || axis.scale() == Axis.Scale.NAMES ? axis.label() : axis.label() + " / " + measure;
    }

    /** The unit and its power of ten, to divide by; empty for 1. */
    static String measure(Unit unit, int exponent) {
        String written = unit(unit);
        String power = exponent == 0 ? "" : "10" + raised(Integer.toString(exponent));
        String divisor = written.contains("/") ? "(" + written + ")" : written;
        return (power + " " + divisor).strip();
    }

    /** As in {@code mS/cm}, {@code m²/s}, {@code µΩ}, {@code °C}; empty for 1. */
    static String unit(Unit unit) {
        if (unit.ucum().equals("1")) {
            return "";
        }
        String plain = MICRO.matcher(unit.ucum().replace("Ohm", "\u03a9").replace("Cel", "\u00b0C"))
                .replaceAll("\u00b5");
        return EXPONENT.matcher(plain)
                .replaceAll(found -> raised(found.group()))
                .replace(".", "\u00b7");
    }

    static String raised(String digits) {
        StringBuilder raised = new StringBuilder();
        for (char digit : digits.toCharArray()) {
            raised.append(RAISED.charAt(DIGITS.indexOf(digit)));
        }
        return raised.toString();
    }
}
