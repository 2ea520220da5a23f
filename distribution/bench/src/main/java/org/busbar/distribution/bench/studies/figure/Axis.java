package org.busbar.distribution.bench.studies.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An axis of a drawing.
 *
 * @param label what is shown, with its unit
 * @param low where it begins
 * @param high where it ends; above {@code low}
 */
public record Axis(String label, double low, double high) {

    private static final int TICKS = 5;

    public Axis {
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    "The axis " + label + " begins at " + low + " and ends at " + high + "; the end must be larger");
        }
    }

    /** An axis wide enough for all finite ones of some values, with a little room. */
    public static Axis around(String label, double... values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(1);
        double room = low < high ? 0.04 * (high - low) : 0.5;
        return new Axis(label, low - room, high + room);
    }

    /** An axis from 0 to a little above the largest finite value. */
    public static Axis upTo(String label, double... values) {
        double high = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        return new Axis(label, 0, high > 0 ? 1.04 * high : 1);
    }

    /** Where a value lies, 0 at the beginning and 1 at the end; beyond if it is outside. */
    double share(double value) {
        return (value - low) / (high - low);
    }

    /** Round numbers along the axis. */
    List<Double> ticks() {
        double step = step();
        List<Double> ticks = new ArrayList<>();
        for (double i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private double step() {
        double rough = (high - low) / TICKS;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        double digit = rough / power;
        return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
    }

    /** A tick as text, with as many digits as the step needs. */
    String text(double tick) {
        int digits = (int) Math.max(0, Math.ceil(-StrictMath.log10(step()) - 1e-9));
        String text = String.format(Locale.ROOT, "%." + digits + "f", tick);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }
}
