package org.busbar.ontology.battinfo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, strings, numbers and booleans as JSON (RFC 8259), indented by two blanks. */
final class Json {

    private final StringBuilder text = new StringBuilder();

    private Json() {}

    static String write(Object value) {
        Json json = new Json();
        json.value(value, 0);
        return json.text.append('\n').toString();
    }

    /** An object of one member. */
    static Map<String, Object> object(String name, Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(name, value);
        return object;
    }

    /** An object of two members, in that order. */
    static Map<String, Object> object(String name, Object value, String next, Object nextValue) {
        Map<String, Object> object = object(name, value);
        object.put(next, nextValue);
        return object;
    }

    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> object) {
            object(object, depth);
        } else if (value instanceof List<?> array) {
            array(array, depth);
        } else if (value instanceof String string) {
            string(string);
        } else if (value instanceof Double number) {
            text.append(number(number));
        } else if (value instanceof Integer || value instanceof Boolean) {
            text.append(value);
        } else {
            throw new IllegalArgumentException(value + " (" + value.getClass().getName() + ") has no form in JSON");
        }
    }

    /** References and values with their type share one line. */
    private void object(Map<?, ?> object, int depth) {
        boolean lines = object.size() > 2 || object.values().stream().anyMatch(Json::isContainer);
        text.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> members = object.entrySet().iterator(); members.hasNext(); ) {
            Map.Entry<?, ?> member = members.next();
            begin(lines, depth + 1);
            string(member.getKey().toString());
            text.append(": ");
            value(member.getValue(), depth + 1);
            separate(lines, members.hasNext());
        }
        begin(lines, depth);
        text.append('}');
    }

    /** Numbers and strings share one line. */
    private void array(List<?> array, int depth) {
        boolean lines = array.stream().anyMatch(Json::isContainer);
        text.append('[');
        for (Iterator<?> items = array.iterator(); items.hasNext(); ) {
            begin(lines, depth + 1);
            value(items.next(), depth + 1);
            separate(lines, items.hasNext());
        }
        begin(lines, depth);
        text.append(']');
    }

    private static boolean isContainer(Object value) {
        return value instanceof Map || value instanceof List;
    }

    private void begin(boolean lines, int depth) {
        if (lines) {
            text.append('\n').append("  ".repeat(depth));
        }
    }

    private void separate(boolean lines, boolean more) {
        if (more) {
            text.append(lines ? "," : ", ");
        }
    }

    private void string(String string) {
        text.append('"');
        string.codePoints().forEach(this::character);
        text.append('"');
    }

    private void character(int c) {
        if (c == '"' || c == '\\') {
            text.append('\\').append((char) c);
        } else if (c < 0x20 || c == 0x7F || Character.getType(c) == Character.SURROGATE) {
            text.append(String.format("\\u%04x", c)); // a lone surrogate has no form in UTF-8
        } else {
            text.appendCodePoint(c);
        }
    }

    /**
     * The fewest digits that read back as this number, always with a fraction or an exponent. Double.toString differs
     * between Java releases.
     */
    static String number(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(number + " has no form in JSON; leave the member out");
        }
        BigDecimal shortest = shortest(number).stripTrailingZeros();
        boolean whole = shortest.scale() < 1 && shortest.precision() - shortest.scale() <= 15;
        return (whole ? shortest.setScale(1, RoundingMode.UNNECESSARY) : shortest).toString();
    }

    private static BigDecimal shortest(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 15; digits < 17; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == number) {
                return rounded;
            }
        }
        return exact.round(new MathContext(17));
    }
}
