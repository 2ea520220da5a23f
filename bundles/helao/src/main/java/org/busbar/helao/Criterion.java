package org.busbar.helao;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a {@code conditional} asks for: {@code >5}, {@code <= 0.2}, {@code = 3}, or a text with {@code *} and {@code ?}. */
final class Criterion {

    private static final Pattern FORM = Pattern.compile("\\s*(>=|<=|>|<|=)\\s*(\\S+)\\s*");

    private Criterion() {}

    /** @throws IllegalArgumentException if the value cannot be compared in that way */
    static boolean holds(String criterion, JsonNode value) {
        Matcher form = FORM.matcher(criterion);
        if (!form.matches()) {
            String text = value.isString() ? value.stringValue() : value.toString();
            return wildcards(criterion).matcher(text).matches();
        }
        if (!value.isNumber()) {
            throw new IllegalArgumentException(value + " is no number, so '" + criterion + "' cannot be decided");
        }
        return holds(form.group(1), value.doubleValue(), Double.parseDouble(form.group(2)));
    }

    private static boolean holds(String sign, double value, double limit) {
        if (sign.equals("=")) {
            return value == limit;
        }
        boolean onLimit = sign.length() == 2 && value == limit;
        return onLimit || (sign.charAt(0) == '>' ? value > limit : value < limit);
    }

    private static Pattern wildcards(String text) {
        StringBuilder pattern = new StringBuilder();
        for (char letter : text.toCharArray()) {
            pattern.append(letter == '*' ? ".*" : letter == '?' ? "." : Pattern.quote(String.valueOf(letter)));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }
}
