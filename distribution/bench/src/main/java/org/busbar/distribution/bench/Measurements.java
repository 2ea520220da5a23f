package org.busbar.distribution.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * What was measured several times, in one unit.
 *
 * @param values in the order of measuring; at least one
 */
record Measurements(List<Double> values) {

    Measurements {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured; at least one measurement is needed");
        }
    }

    static Measurements of(double single) {
        return new Measurements(List.of(single));
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    double min() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double max() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** The smallest value that this share of all values, above 0 and at most 1, does not exceed. */
    double quantile(double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    Measurements times(double factor) {
        return new Measurements(values.stream().map(value -> value * factor).toList());
    }

    /** "1.23 s (1.10..1.50)"; a single measurement without its limits. */
    String in(String unit) {
        String spread = values.size() == 1 ? "" : " (" + number(min()) + ".." + number(max()) + ")";
        return number(median()) + " " + unit + spread;
    }

    /** Three digits that count. */
    static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(Math.abs(value) >= 100 ? Math.max(3, digits(value)) : 3))
                .toPlainString();
    }

    private static int digits(double value) {
        return (int) Math.floor(Math.log10(Math.abs(value))) + 1;
    }
}
