package org.busbar.analyses.files;

import java.util.List;
import java.util.regex.Pattern;

/** How the whole part of a number is parted from the rest. */
public enum DecimalMark {
    POINT,
    COMMA;

    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?[0-9]*,[0-9]+(?:[eE][+-]?[0-9]+)?");
    private static final Pattern WITH_POINT = Pattern.compile("[+-]?[0-9]*\\.[0-9]+(?:[eE][+-]?[0-9]+)?");

    /** The mark in these cells: a comma if some number has one and none has a point. */
    public static DecimalMark of(List<String> cells) {
        boolean comma =
                cells.stream().anyMatch(cell -> WITH_COMMA.matcher(cell.strip()).matches());
        return comma
                        && cells.stream()
                                .noneMatch(
                                        cell -> WITH_POINT.matcher(cell.strip()).matches())
                ? COMMA
                : POINT;
    }

    /** The number in a cell: infinite if it says so, NaN if it is empty or holds no number. */
    public double number(String cell) {
        String text = cell.strip();
        if (!isNumber(text)) {
            return word(text);
        }
        try {
            return Double.parseDouble(this == COMMA ? text.replace(',', '.') : text);
        } catch (NumberFormatException e) {
            return Double.NaN; // digits and signs in an order that is no number, such as a date
        }
    }

    private boolean isNumber(String text) {
        char mark = this == COMMA ? ',' : '.';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != mark && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static double word(String text) {
        String bare = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
        boolean infinite = bare.equalsIgnoreCase("inf") || bare.equalsIgnoreCase("infinity");
        double size = infinite ? Double.POSITIVE_INFINITY : Double.NaN;
        return text.startsWith("-") ? -size : size;
    }
}
