package org.busbar.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Numbers as JSON, so that they come back as they were: NaN is null, an infinite one is the text {@code Infinity} or
 * {@code -Infinity}, and a whole one has no fraction.
 */
final class Numbers {

    private static final double LARGEST_WHOLE = 1e15;

    private Numbers() {}

    static void write(double number, JsonGenerator out) {
        if (Double.isNaN(number)) {
            out.writeNull();
        } else if (Double.isInfinite(number)) {
            out.writeString(Double.toString(number));
        } else if (number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE && !isNegativeZero(number)) {
            out.writeNumber((long) number);
        } else {
            out.writeNumber(number);
        }
    }

    private static boolean isNegativeZero(double number) {
        return Double.doubleToRawLongBits(number) == Long.MIN_VALUE;
    }

    static double read(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return Double.NaN;
        }
        if (node.isString() && node.stringValue().matches("-?Infinity")) {
            return Double.parseDouble(node.stringValue());
        }
        if (!node.isNumber()) {
            throw new IllegalArgumentException(node + " is not a number");
        }
        return node.doubleValue();
    }
}
