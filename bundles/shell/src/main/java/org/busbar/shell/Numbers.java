package org.busbar.shell;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** How numbers, values and times are written for people. */
final class Numbers {

    private static final int MOST_SHOWN = 8;

    private Numbers() {}

    /** A value of the api: {@code 11.98 mS/cm}, a text, or the id of a sample. */
    static String value(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.has("series")) {
            return series(value.get("series"), value.path("unit").asString("1"));
        }
        if (!value.path("value").isNumber()) {
            return value.has("sample") ? value.get("sample").asString() : value.toString();
        }
        String unit = value.path("unit").asString("1");
        return number(value.get("value").doubleValue()) + (unit.equals("1") ? "" : " " + unit);
    }

    /** All of a few numbers, or how many there are. */
    private static String series(JsonNode numbers, String unit) {
        if (numbers.isEmpty() || numbers.size() > MOST_SHOWN || !numbers.get(0).isNumber()) {
            return numbers.size() + " values in " + unit;
        }
        StringJoiner all = new StringJoiner(", ", "[", unit.equals("1") ? "]" : "] " + unit);
        numbers.forEach(one -> all.add(number(one.doubleValue())));
        return all.toString();
    }

    /** Up to four digits that count. */
    static String number(double number) {
        if (number == 0 || !Double.isFinite(number)) {
            return number == 0 ? "0" : Double.toString(number);
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(4)).stripTrailingZeros();
        double size = Math.abs(number);
        return size >= 1e-4 && size < 1e7 ? rounded.toPlainString() : rounded.toString();
    }

    /** Named values: {@code salt = 1.2 mol/L, T = 30 Cel}. */
    static String values(JsonNode values) {
        StringJoiner text = new StringJoiner(", ");
        values.properties().forEach(entry -> text.add(entry.getKey() + " = " + value(entry.getValue())));
        return text.toString();
    }

    /** {@code 0:07}, {@code 12:30} or {@code 1:02:03}. */
    static String time(Duration time) {
        long seconds = time.toSeconds();
        String minutes = (seconds >= 3600 ? "%d:%02d" : "%2$d").formatted(seconds / 3600, seconds / 60 % 60);
        return minutes + ":%02d".formatted(seconds % 60);
    }
}
