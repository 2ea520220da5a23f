package org.busbar.analyses.conductivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Points reached by heating and by cooling, told apart by the order of measurement. */
final class Branches {

    private static final double SAME = 0.5;
    private static final double DIFFERENT = 2;

    private Branches() {}

    /** The largest difference at one temperature if it is above twice its uncertainty, as a flag. */
    static Optional<String> difference(TemperatureSeries series) {
        if (!series.known()) {
            return Optional.empty();
        }
        double worst = 0;
        double at = 0;
        for (int up : reached(series, 1)) {
            for (int down : reached(series, -1)) {
                double size = size(series, up, down);
                if (size > worst) {
                    worst = size;
                    at = series.kelvin()[up];
                }
            }
        }
        return worst > DIFFERENT
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "branches_differ: heating and cooling by %.2g u at %.2f K, phase change or leak",
                        worst,
                        at))
                : Optional.empty();
    }

    private static double size(TemperatureSeries series, int up, int down) {
        return Math.abs(series.kelvin()[up] - series.kelvin()[down]) > SAME
                ? 0
                : Math.abs(series.logarithm()[up] - series.logarithm()[down])
                        / Math.hypot(series.sigma()[up], series.sigma()[down]);
    }

    /** Where temperature went up (1) or down (-1) to; the first point belongs to the way that follows it. */
    private static List<Integer> reached(TemperatureSeries series, int way) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            double change = series.kelvin()[Math.max(1, i)] - series.kelvin()[Math.max(1, i) - 1];
            if (way * change > SAME) {
                rows.add(i);
            }
        }
        return rows;
    }
}
