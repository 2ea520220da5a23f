package org.busbar.analyses.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.busbar.api.Series;

/** The cells of one column as they are read. For one thread. */
final class Cells {

    private static final Pattern POINT = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern COMMA = Pattern.compile("[+-]?(?:[0-9]+,[0-9]*|,[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Set<String> MISSING = Set.of("", "nan", "na", "n/a", "null");

    private final Heading heading;
    private final boolean decimalComma;
    private final List<String> texts = new ArrayList<>();

    Cells(Heading heading, boolean decimalComma) {
        this.heading = heading;
        this.decimalComma = decimalComma;
    }

    void add(String text) {
        texts.add(text);
    }

    static boolean isMissing(String text) {
        return MISSING.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    Column column() {
        double[] values = new double[texts.size()];
        int first = -1;
        int numbers = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = number(texts.get(i).strip());
            boolean isWord = Double.isNaN(values[i]) && !isMissing(texts.get(i));
            first = isWord && first < 0 ? i : first;
            numbers += Double.isNaN(values[i]) ? 0 : 1;
        }
        return first < 0
                ? new Column.Numbers(heading.name(), new Series(values, heading.unit()))
                : new Column.Words(heading.name(), texts, first, numbers);
    }

    /** NaN for what is no finite number. */
    private double number(String text) {
        String plain = decimalComma && COMMA.matcher(text).matches() ? text.replace(',', '.') : text;
        double number = POINT.matcher(plain).matches() ? Double.parseDouble(plain) : Double.NaN;
        return Double.isInfinite(number) ? Double.NaN : number;
    }
}
